/** The test of the tests: breaks the product on purpose, one protection at a time, and asks whether a test notices. */
@NullMarked
package io.abonent.bench.sabotage;

import org.jspecify.annotations.NullMarked;

/** What goes wrong, when, and how long it takes to be right again. */
@NullMarked
package io.abonent.bench.fault;

import org.jspecify.annotations.NullMarked;

/** What customers asked for and what they were told, written down before and after. */
@NullMarked
package io.abonent.bench.history;

import org.jspecify.annotations.NullMarked;

/** A run in which records that nobody can work on lie between the good ones, and what becomes of them. */
@NullMarked
package io.abonent.bench.poison;

import org.jspecify.annotations.NullMarked;

/** The single-host overlay as plain containers on this machine, with the instruction walked through it. */
@NullMarked
package io.abonent.bench.container;

import org.jspecify.annotations.NullMarked;

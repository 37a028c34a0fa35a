/** What a partner has applied: one append-only file each, read again at start. */
@NullMarked
package io.abonent.simulators.journal;

import org.jspecify.annotations.NullMarked;

/** Deletes what has served its time. */
@NullMarked
package io.abonent.identity.housekeeping;

import org.jspecify.annotations.NullMarked;

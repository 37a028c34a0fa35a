/**
 * Crash points without a line in the services: an agent puts a question before and after what cannot be undone, a commit,
 * a send, a call of a partner, a consumed event. Where it is not loaded, there is nothing to switch off.
 */
@NullMarked
package io.abonent.crash;

import org.jspecify.annotations.NullMarked;

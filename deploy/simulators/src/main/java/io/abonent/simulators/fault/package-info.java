/** Troubles a partner can be told to have. */
@NullMarked
package io.abonent.simulators.fault;

import org.jspecify.annotations.NullMarked;

/** Encryption of what leaves the process and comes back. */
@NullMarked
package io.abonent.gateway.secret;

import org.jspecify.annotations.NullMarked;

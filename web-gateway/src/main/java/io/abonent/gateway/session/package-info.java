/** Sign-in, sign-out and the keeping of tokens. */
@NullMarked
package io.abonent.gateway.session;

import org.jspecify.annotations.NullMarked;

/** Login and password against a code of authorization, for gateways and for browsers. */
@NullMarked
package io.abonent.identity.signin;

import org.jspecify.annotations.NullMarked;

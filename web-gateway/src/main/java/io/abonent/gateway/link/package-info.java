/** Linking an account, and its extended version. */
@NullMarked
package io.abonent.gateway.link;

import org.jspecify.annotations.NullMarked;

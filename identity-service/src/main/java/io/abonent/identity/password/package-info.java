/** A new password in place of the old one, by who knows the old one. */
@NullMarked
package io.abonent.identity.password;

import org.jspecify.annotations.NullMarked;

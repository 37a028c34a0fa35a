/** A new password for who forgot the old one, against a proof of the contact. */
@NullMarked
package io.abonent.identity.reset;

import org.jspecify.annotations.NullMarked;

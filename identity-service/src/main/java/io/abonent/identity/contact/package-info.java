/** Phones and mailboxes whose holder is proven; each is also a login. */
@NullMarked
package io.abonent.identity.contact;

import org.jspecify.annotations.NullMarked;

/** A user's link to a supply account: the heart of the service. */
@NullMarked
package io.abonent.account.link;

import org.jspecify.annotations.NullMarked;

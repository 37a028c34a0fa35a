/** Codes and links that prove who holds a phone or a mailbox. */
@NullMarked
package io.abonent.identity.verification;

import org.jspecify.annotations.NullMarked;

/** The customer's phone and mailbox: what the message centre and the mail server have delivered. */
@NullMarked
package io.abonent.simulators.inbox;

import org.jspecify.annotations.NullMarked;

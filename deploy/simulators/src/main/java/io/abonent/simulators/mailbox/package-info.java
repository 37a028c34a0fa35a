/** The mail server: SMTP. */
@NullMarked
package io.abonent.simulators.mailbox;

import org.jspecify.annotations.NullMarked;

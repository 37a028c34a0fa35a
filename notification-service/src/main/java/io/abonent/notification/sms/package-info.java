/** The SMS centre: SMPP 3.4 with its own session, alphabets and segments. */
@NullMarked
package io.abonent.notification.sms;

import org.jspecify.annotations.NullMarked;

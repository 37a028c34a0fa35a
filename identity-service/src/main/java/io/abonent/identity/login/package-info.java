/** What people type to say who they are: one canonical phone number or mailbox, however it was written. */
@NullMarked
package io.abonent.identity.login;

import org.jspecify.annotations.NullMarked;

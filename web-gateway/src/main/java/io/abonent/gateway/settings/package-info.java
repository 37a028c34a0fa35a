/** Accounts, devices, consents and messages of the person, and how the cabinet looks. */
@NullMarked
package io.abonent.gateway.settings;

import org.jspecify.annotations.NullMarked;

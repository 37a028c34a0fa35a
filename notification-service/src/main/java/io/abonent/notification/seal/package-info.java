/** Opens the secrets that identity-service seals for this service alone. */
@NullMarked
package io.abonent.notification.seal;

import org.jspecify.annotations.NullMarked;

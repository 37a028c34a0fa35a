/** Replica of consent-service: who agreed to advertising (38-FZ, article 18). */
@NullMarked
package io.abonent.notification.consent;

import org.jspecify.annotations.NullMarked;

/**
 * Consent to the processing of personal data and to advertising. {@code document}: the texts, their versions and who read
 * them; {@code signing}: a person's standing towards a document; {@code evidence}: the proof of every signature and
 * withdrawal; {@code user}: replica of identity-service.
 */
@NullMarked
package io.abonent.consent;

import org.jspecify.annotations.NullMarked;

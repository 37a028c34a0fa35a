/** A person's standing towards each document: signing and withdrawing. */
@NullMarked
package io.abonent.consent.signing;

import org.jspecify.annotations.NullMarked;

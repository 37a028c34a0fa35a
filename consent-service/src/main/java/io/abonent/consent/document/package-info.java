/** Published texts: versioned, immutable, bound by their checksum. */
@NullMarked
package io.abonent.consent.document;

import org.jspecify.annotations.NullMarked;

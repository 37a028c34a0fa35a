/** The proof of what was signed and withdrawn: append-only, chained by hashes, authenticated by a key. */
@NullMarked
package io.abonent.consent.evidence;

import org.jspecify.annotations.NullMarked;

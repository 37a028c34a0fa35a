/** Keys, keyed hashes and sealed values; keys come from the configuration, never from the database. */
@NullMarked
package io.abonent.identity.secret;

import org.jspecify.annotations.NullMarked;

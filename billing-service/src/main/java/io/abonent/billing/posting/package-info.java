/** Posting of paid parts into the suppliers' books. */
@NullMarked
package io.abonent.billing.posting;

import org.jspecify.annotations.NullMarked;

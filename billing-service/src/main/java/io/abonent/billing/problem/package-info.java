/** Codes of the refusals this service answers with. */
@NullMarked
package io.abonent.billing.problem;

import org.jspecify.annotations.NullMarked;

/** The next step of the customer's instruction, computed and never stored. */
@NullMarked
package io.abonent.account.onboarding;

import org.jspecify.annotations.NullMarked;

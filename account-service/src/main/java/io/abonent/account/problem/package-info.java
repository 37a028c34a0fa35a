/** The codes this service refuses with. */
@NullMarked
package io.abonent.account.problem;

import org.jspecify.annotations.NullMarked;

/** From the first form to a confirmed user. */
@NullMarked
package io.abonent.identity.registration;

import org.jspecify.annotations.NullMarked;

/** What a signed-in person sees and changes of themselves. */
@NullMarked
package io.abonent.identity.profile;

import org.jspecify.annotations.NullMarked;

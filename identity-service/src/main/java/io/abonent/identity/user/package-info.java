/** Who exists. */
@NullMarked
package io.abonent.identity.user;

import org.jspecify.annotations.NullMarked;

/** Passwords: which are allowed, how they are kept, and how many are hashed at a time. */
@NullMarked
package io.abonent.identity.credential;

import org.jspecify.annotations.NullMarked;

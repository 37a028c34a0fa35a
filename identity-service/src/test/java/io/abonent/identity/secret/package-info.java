@NullMarked
package io.abonent.identity.secret;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.abonent.identity.password;

import org.jspecify.annotations.NullMarked;

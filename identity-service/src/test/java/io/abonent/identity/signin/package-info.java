@NullMarked
package io.abonent.identity.signin;

import org.jspecify.annotations.NullMarked;

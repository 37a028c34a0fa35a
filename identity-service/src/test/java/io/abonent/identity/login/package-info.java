@NullMarked
package io.abonent.identity.login;

import org.jspecify.annotations.NullMarked;

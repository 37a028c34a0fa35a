@NullMarked
package io.abonent.identity.token;

import org.jspecify.annotations.NullMarked;

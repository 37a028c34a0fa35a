@NullMarked
package io.abonent.identity.credential;

import org.jspecify.annotations.NullMarked;

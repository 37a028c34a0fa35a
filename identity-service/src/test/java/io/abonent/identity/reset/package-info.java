@NullMarked
package io.abonent.identity.reset;

import org.jspecify.annotations.NullMarked;

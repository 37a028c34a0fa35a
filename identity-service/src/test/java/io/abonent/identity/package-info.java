@NullMarked
package io.abonent.identity;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.abonent.contracts;

import org.jspecify.annotations.NullMarked;

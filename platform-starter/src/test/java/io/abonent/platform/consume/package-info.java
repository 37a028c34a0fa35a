@NullMarked
package io.abonent.platform.consume;

import org.jspecify.annotations.NullMarked;

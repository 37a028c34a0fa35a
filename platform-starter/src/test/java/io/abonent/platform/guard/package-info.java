@NullMarked
package io.abonent.platform.guard;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.abonent.platform.defaults;

import org.jspecify.annotations.NullMarked;

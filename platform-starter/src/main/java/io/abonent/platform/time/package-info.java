@NullMarked
package io.abonent.platform.time;

import org.jspecify.annotations.NullMarked;

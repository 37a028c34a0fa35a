@NullMarked
package io.abonent.platform.event;

import org.jspecify.annotations.NullMarked;

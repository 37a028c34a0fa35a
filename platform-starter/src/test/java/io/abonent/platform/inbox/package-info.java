@NullMarked
package io.abonent.platform.inbox;

import org.jspecify.annotations.NullMarked;

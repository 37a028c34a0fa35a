@NullMarked
package io.abonent.platform.outbox;

import org.jspecify.annotations.NullMarked;

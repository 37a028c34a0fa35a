@NullMarked
package io.abonent.platform.idempotency;

import org.jspecify.annotations.NullMarked;

/** Work that must happen although this process may die: persisted tasks with jittered retries. */
@NullMarked
package io.abonent.billing.work;

import org.jspecify.annotations.NullMarked;

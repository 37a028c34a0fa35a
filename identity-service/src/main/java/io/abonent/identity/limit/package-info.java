/** How often somebody may try, counted in the database for all replicas. */
@NullMarked
package io.abonent.identity.limit;

import org.jspecify.annotations.NullMarked;

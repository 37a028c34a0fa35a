/** Who changes the schema, and with which rights the service then works. */
@NullMarked
package io.abonent.platform.migration;

import org.jspecify.annotations.NullMarked;

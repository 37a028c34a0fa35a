/** What every service has in common in its configuration and its database. */
@NullMarked
package io.abonent.platform.defaults;

import org.jspecify.annotations.NullMarked;

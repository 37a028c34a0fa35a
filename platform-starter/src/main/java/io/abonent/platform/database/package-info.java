/** How a service comes to its connections. */
@NullMarked
package io.abonent.platform.database;

import org.jspecify.annotations.NullMarked;

/** Connections to a database that is not there. */
@NullMarked
package io.abonent.platform.database;

import org.jspecify.annotations.NullMarked;

/**
 * How a server treats its connections, whatever it serves; packed as an artifact of its own (classifier {@code server}) for
 * who stands on plain Boot (docs/decisions/0011).
 */
@NullMarked
package io.abonent.platform.server;

import org.jspecify.annotations.NullMarked;

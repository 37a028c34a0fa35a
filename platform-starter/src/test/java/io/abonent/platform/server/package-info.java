@NullMarked
package io.abonent.platform.server;

import org.jspecify.annotations.NullMarked;

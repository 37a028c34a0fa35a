@NullMarked
package io.abonent.gateway.server;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.abonent.gateway.secret;

import org.jspecify.annotations.NullMarked;

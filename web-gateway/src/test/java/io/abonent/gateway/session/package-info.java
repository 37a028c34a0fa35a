@NullMarked
package io.abonent.gateway.session;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.abonent.gateway.support;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.abonent.gateway.reading;

import org.jspecify.annotations.NullMarked;

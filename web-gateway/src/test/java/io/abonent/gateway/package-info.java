@NullMarked
package io.abonent.gateway;

import org.jspecify.annotations.NullMarked;

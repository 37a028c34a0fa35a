@NullMarked
package io.abonent.gateway.home;

import org.jspecify.annotations.NullMarked;

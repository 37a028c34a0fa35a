@NullMarked
package io.abonent.gateway.registration;

import org.jspecify.annotations.NullMarked;

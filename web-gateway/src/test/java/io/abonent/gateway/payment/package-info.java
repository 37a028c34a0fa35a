@NullMarked
package io.abonent.gateway.payment;

import org.jspecify.annotations.NullMarked;

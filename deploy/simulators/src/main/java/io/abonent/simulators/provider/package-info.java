/** The payment provider in the shape of YooKassa v3, with its own payment page and notifications. */
@NullMarked
package io.abonent.simulators.provider;

import org.jspecify.annotations.NullMarked;

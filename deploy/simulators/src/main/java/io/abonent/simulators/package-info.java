/** The outside world of the customer account: honest stand-ins that speak the partners' protocols over real sockets. */
@NullMarked
package io.abonent.simulators;

import org.jspecify.annotations.NullMarked;

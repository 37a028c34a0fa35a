/** The short message centre: SMPP 3.4. */
@NullMarked
package io.abonent.simulators.sms;

import org.jspecify.annotations.NullMarked;

/** Which events of other services people are told about. */
@NullMarked
package io.abonent.notification.notice;

import org.jspecify.annotations.NullMarked;

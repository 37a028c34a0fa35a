@NullMarked
package io.abonent.contracts.notification;

import org.jspecify.annotations.NullMarked;

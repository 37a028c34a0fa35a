/** Registration and confirmation, by code or by link. */
@NullMarked
package io.abonent.gateway.registration;

import org.jspecify.annotations.NullMarked;

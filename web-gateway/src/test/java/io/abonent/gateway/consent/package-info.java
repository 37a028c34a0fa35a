@NullMarked
package io.abonent.gateway.consent;

import org.jspecify.annotations.NullMarked;

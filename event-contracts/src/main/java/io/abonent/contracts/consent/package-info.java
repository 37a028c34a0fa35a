@NullMarked
package io.abonent.contracts.consent;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.abonent.contracts.billing;

import org.jspecify.annotations.NullMarked;

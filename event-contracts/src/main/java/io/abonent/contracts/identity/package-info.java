@NullMarked
package io.abonent.contracts.identity;

import org.jspecify.annotations.NullMarked;

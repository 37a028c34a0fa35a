@NullMarked
package io.abonent.contracts.account;

import org.jspecify.annotations.NullMarked;

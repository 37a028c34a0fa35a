@NullMarked
package io.abonent.gateway.account;

import org.jspecify.annotations.NullMarked;

/** The page of one linked account: what is due, its meters, what can be done, what was done. */
@NullMarked
package io.abonent.gateway.account;

import org.jspecify.annotations.NullMarked;

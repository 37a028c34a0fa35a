/** What is due on a supply account: the supplier's figures less the payments on their way. */
@NullMarked
package io.abonent.billing.balance;

import org.jspecify.annotations.NullMarked;

/** The supplier's back office: accounts, debts, meters, accepted payments and readings. */
@NullMarked
package io.abonent.simulators.backoffice;

import org.jspecify.annotations.NullMarked;

/** Suppliers: their profiles, their rules, their back offices. */
@NullMarked
package io.abonent.account.supplier;

import org.jspecify.annotations.NullMarked;

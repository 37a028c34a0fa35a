package io.abonent.account.link;

import java.util.UUID;

/**
 * An account of a supplier, one for all who link it.
 *
 * @param supplierAccountRef the supplier's opaque reference
 */
record SupplyAccount(UUID id, String supplierAccountRef, String address) {}

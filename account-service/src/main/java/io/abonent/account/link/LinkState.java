package io.abonent.account.link;

import java.util.UUID;

/**
 * An active link as other services keep it: what its events say, at the version they say it.
 *
 * @param supplierAccountRef the supplier's opaque reference
 */
record LinkState(UUID linkId, UUID supplierId, String supplierAccountRef, boolean extended, long version) {}

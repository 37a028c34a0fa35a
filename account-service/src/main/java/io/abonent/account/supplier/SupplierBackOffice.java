package io.abonent.account.supplier;

import java.util.UUID;

/**
 * The supplier's own system, the only place that knows its accounts. Both questions may take seconds: never ask inside a
 * database transaction.
 */
public interface SupplierBackOffice {

    AccountLookup findAccount(UUID supplierId, String accountNumber);

    /** @param secret normalised; passed on and forgotten */
    AccessCheck proveAccess(UUID supplierId, String accountRef, AccessMethod method, String secret);
}

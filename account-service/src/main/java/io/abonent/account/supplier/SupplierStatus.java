package io.abonent.account.supplier;

/** Whether a supplier takes part today. */
public enum SupplierStatus {
    ACTIVE,
    /** Its back office rests for a while: new links wait for it. */
    MAINTENANCE,
    /** No new links; existing ones stay. */
    SUSPENDED,
    RETIRED
}

package io.abonent.account.supplier;

/** What a person may show to see the account in full. */
public enum AccessMethod {
    /** The PIN printed on the bill. */
    PIN,
    /** The serial number of a meter that is in place today. */
    METER_SERIAL
}

package io.abonent.contracts.billing;

/**
 * @param register {@code T1}, {@code T2}…
 * @param value plain decimal text, cut to the digits which the supplier bills, e.g. {@code 1201}
 * @param unit UCUM, {@code m3}
 */
public record RegisterReading(String register, String value, String unit) {}

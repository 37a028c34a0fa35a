package io.abonent.simulators.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a payment can end, and how the provider can talk about it. */
enum Outcome {
    SUCCEEDED,
    /** Paid, in two stages: the money is held until it is captured. */
    WAITING_FOR_CAPTURE,
    /** The bank says no. */
    DECLINED,
    /** The payer turns back. */
    CANCELLED,
    EXPIRED,
    /** Paid, and the house is not told (F-35). */
    SILENT_SUCCESS,
    /** Declined, and the house is not told. */
    SILENT_DECLINE,
    /** Paid, and the house is told three times (F-38). */
    DUPLICATE_NOTIFICATIONS,
    /** Paid, and older news come after newer (F-38). */
    REORDERED_NOTIFICATIONS,
    /** Paid, but one rouble more than ordered (F-42). */
    OTHER_AMOUNT,
    /** Nothing happens, but a notification claims that the payment has succeeded (F-39). */
    FORGED_NOTIFICATION,
    /** The money of a payment that had succeeded goes back (F-43). */
    REFUNDED;

    static Optional<Outcome> of(String name) {
        String canonical = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        String alias = switch (canonical) {
            case "SUCCESS", "PAID" -> "SUCCEEDED";
            case "CANCELED" -> "CANCELLED";
            case "DECLINE" -> "DECLINED";
            default -> canonical;
        };
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(alias))
                .findFirst();
    }
}

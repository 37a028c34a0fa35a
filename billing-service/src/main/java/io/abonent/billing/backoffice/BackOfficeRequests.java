package io.abonent.billing.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What goes over the wire to a back office. */
final class BackOfficeRequests {

    private BackOfficeRequests() {}

    record Payment(UUID documentId, String accountRef, long amountMinor, String currency, Instant paidAt) {}

    record Reading(UUID documentId, String accountRef, String serial, List<Register> registers, Instant capturedAt) {}

    record Register(String code, String value) {}
}

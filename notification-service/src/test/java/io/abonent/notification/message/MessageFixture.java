package io.abonent.notification.message;

import io.abonent.contracts.account.AccountUnlinked;
import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.ReadingRejected;
import io.abonent.contracts.billing.RegisterReading;
import io.abonent.contracts.consent.ConsentPurpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Every message, with every reason it can have. */
final class MessageFixture {

    static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");
    static final UUID SUPPLIER = UUID.fromString("0198c000-0000-7000-8000-000000000001");

    private static final UUID EVIDENCE = UUID.fromString("01a19b8a-0000-7000-8000-000000000001");
    private static final String ACCOUNT = "****5952";
    private static final List<RegisterReading> ONE_REGISTER = List.of(new RegisterReading("T1", "1201", "m3"));
    private static final List<RegisterReading> TWO_REGISTERS =
            List.of(new RegisterReading("T1", "12345.5", "kW.h"), new RegisterReading("T2", "678", "kW.h"));

    private MessageFixture() {}

    static Setting setting(Language language) {
        return new Setting(language, ZoneId.of("Europe/Samara"), "Газ Тест", NOW);
    }

    static Message named(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    static Map<String, Message> all() {
        Map<String, Message> all = new LinkedHashMap<>();
        all.put(
                "confirm-contact",
                new Message.ConfirmContact(
                        "042917", "http://localhost:8081/confirm?token=a-b_c&x=1", NOW.plusSeconds(600)));
        all.put(
                "forgotten-password",
                new Message.ForgottenPassword(
                        "042917", "http://localhost:8080/reset?token=a-b_c&x=1", NOW.plusSeconds(600)));
        all.put("password-changed", new Message.PasswordChanged(NOW));
        all.put("password-reset", new Message.PasswordReset(NOW));
        all.put("already-registered", new Message.AlreadyRegistered());
        all.put("welcome", new Message.Welcome("+7 *** ***-11-11"));
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            all.put("consent-confirmed-" + purpose, new Message.ConsentConfirmed(purpose, 2, EVIDENCE, NOW));
            all.put("consent-taken-back-" + purpose, new Message.ConsentTakenBack(purpose, 2, EVIDENCE, NOW));
        }
        for (boolean own : new boolean[] {true, false}) {
            String holder = own ? "own" : "other";
            all.put("account-connected-" + holder, new Message.AccountConnected(ACCOUNT, SUPPLIER, NOW, own));
            all.put("access-extended-" + holder, new Message.AccessExtended(ACCOUNT, SUPPLIER, NOW, own));
            for (AccountUnlinked.Cause cause : AccountUnlinked.Cause.values()) {
                all.put(
                        "account-disconnected-" + holder + "-" + cause,
                        new Message.AccountDisconnected(ACCOUNT, SUPPLIER, cause, NOW, own));
            }
        }
        payments(all);
        readings(all);
        tickets(all);
        return all;
    }

    private static void tickets(Map<String, Message> all) {
        all.put("ticket-registered", new Message.TicketRegistered("2026-000017", "READING", NOW));
        all.put(
                "ticket-for-support",
                new Message.TicketForSupport(
                        "2026-000017",
                        "READING",
                        "Не могу передать показания.\nПомогите!",
                        false,
                        SUPPLIER,
                        ACCOUNT,
                        NOW));
        all.put(
                "ticket-follow-up",
                new Message.TicketForSupport("2026-000017", "OTHER", "Уже получилось.", true, null, null, NOW));
        for (boolean settled : new boolean[] {true, false}) {
            all.put(
                    settled ? "ticket-settled" : "ticket-reopened",
                    new Message.TicketSettled("2026-000017", "READING", settled, SUPPLIER, NOW));
        }
    }

    private static void payments(Map<String, Message> all) {
        all.put("payment-taken", new Message.PaymentTaken(SUPPLIER, 123456, "RUB", NOW, false));
        all.put("payment-taken-late", new Message.PaymentTaken(SUPPLIER, 123456, "RUB", NOW, true));
        for (PaymentFailed.Reason reason : PaymentFailed.Reason.values()) {
            all.put("payment-not-made-" + reason, new Message.PaymentNotMade(SUPPLIER, 123456, "RUB", reason, NOW));
        }
        all.put("payment-credited", new Message.PaymentCredited(SUPPLIER, 123456, "RUB", NOW));
        all.put(
                "receipt-issued",
                new Message.ReceiptIssued(
                        123456, "RUB", "https://ofd.example/receipts/9999078900012345/4711/2981623349", NOW));
    }

    private static void readings(Map<String, Message> all) {
        all.put("reading-received", new Message.ReadingReceived(SUPPLIER, "2026-11", ONE_REGISTER, NOW));
        all.put("reading-taken", new Message.ReadingTaken(SUPPLIER, "2026-11", TWO_REGISTERS, NOW));
        for (ReadingRejected.Reason reason : ReadingRejected.Reason.values()) {
            all.put(
                    "reading-refused-" + reason,
                    new Message.ReadingRefused(SUPPLIER, "2026-11", ONE_REGISTER, reason, NOW));
        }
    }
}

package io.abonent.notification.message;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says a message in one SMS: short, because 70 Cyrillic characters are one segment; without sums of money and with masked
 * account numbers only, because a locked phone shows it to anybody.
 */
@Component
public class SmsWriter {

    public String write(Message message, Setting setting) {
        Words words = new Words(setting.language());
        Figures figures = new Figures(setting);
        return switch (message) {
            case Message.ConfirmContact confirm ->
                words.get("sms.confirm-contact", required(confirm.code()), figures.minutesUntil(confirm.expiresAt()));
            case Message.ForgottenPassword forgotten ->
                words.get(
                        "sms.forgotten-password",
                        required(forgotten.code()),
                        figures.minutesUntil(forgotten.expiresAt()));
            case Message.AlreadyRegistered _ -> words.get("sms.already-registered");
            case Message.Welcome _ -> words.get("sms.welcome");
            case Message.PasswordChanged password ->
                words.get("sms.password-changed", figures.date(password.changedAt()));
            case Message.PasswordReset password -> words.get("sms.password-reset", figures.date(password.resetAt()));
            case Message.ConsentConfirmed consent ->
                words.get("sms.consent-confirmed." + consent.purpose(), figures.date(consent.signedAt()));
            case Message.ConsentTakenBack consent ->
                words.get("sms.consent-taken-back." + consent.purpose(), figures.date(consent.withdrawnAt()));
            case Message.AccountConnected account ->
                words.get(byHolder("sms.account-connected", account.own()), account.accountNumberMasked());
            case Message.AccountDisconnected account ->
                words.get(byHolder("sms.account-disconnected", account.own()), account.accountNumberMasked());
            case Message.AccessExtended account ->
                words.get(byHolder("sms.access-extended", account.own()), account.accountNumberMasked());
            case Message.PaymentTaken payment ->
                words.get("sms.payment-taken" + (payment.late() ? ".late" : ""), figures.date(payment.paidAt()));
            case Message.PaymentNotMade payment -> words.get("sms.payment-not-made." + payment.reason());
            case Message.ReceiptIssued receipt -> words.get("sms.receipt-issued", receipt.url());
            case Message.ReadingReceived reading ->
                words.get("sms.reading-received", figures.monthName(reading.period()));
            case Message.ReadingTaken reading -> words.get("sms.reading-taken", figures.monthName(reading.period()));
            case Message.ReadingRefused reading ->
                words.get("sms.reading-refused." + reading.reason(), figures.monthName(reading.period()));
            case Message.TicketRegistered ticket -> words.get("sms.ticket-registered", ticket.number());
            case Message.PaymentCredited _, Message.TicketForSupport _, Message.TicketSettled _ ->
                throw new IllegalArgumentException(MessageKind.of(message) + " is not sent by SMS");
        };
    }

    private static String byHolder(String key, boolean own) {
        return own ? key : key + "-by-other";
    }

    private static String required(@Nullable String code) {
        if (code == null) {
            throw new IllegalArgumentException("an SMS about a code needs the code");
        }
        return code;
    }
}

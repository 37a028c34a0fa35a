package io.abonent.notification.message;

import io.abonent.contracts.billing.RegisterReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a message as a letter. The switch has no default: a new message does not compile until it has words. */
@Component
public class LetterWriter {

    public Letter write(Message message, Setting setting) {
        return switch (message) {
            case Message.ConfirmContact confirm -> confirmation(confirm, setting);
            case Message.ForgottenPassword forgotten -> forgotten(forgotten, setting);
            case Message.AlreadyRegistered _ ->
                draft("already-registered", setting).letter();
            case Message.Welcome welcome ->
                draft("welcome", setting).row("login", welcome.loginMasked()).letter();
            case Message.PasswordChanged password -> dated("password-changed", password.changedAt(), setting);
            case Message.PasswordReset password -> dated("password-reset", password.resetAt(), setting);
            case Message.ConsentConfirmed consent -> consent(consent, setting);
            case Message.ConsentTakenBack consent -> consent(consent, setting);
            case Message.AccountConnected account ->
                account("account-connected", account.accountNumberMasked(), account.own(), setting)
                        .moment(account.at())
                        .letter();
            case Message.AccountDisconnected account -> disconnected(account, setting);
            case Message.AccessExtended account ->
                account("access-extended", account.accountNumberMasked(), account.own(), setting)
                        .moment(account.at())
                        .letter();
            case Message.PaymentTaken payment -> paid(payment, setting);
            case Message.PaymentNotMade payment -> failed(payment, setting);
            case Message.PaymentCredited payment ->
                money("payment-credited", payment.amountMinor(), payment.currency(), setting)
                        .supplier()
                        .moment(payment.postedAt())
                        .letter();
            case Message.ReceiptIssued receipt ->
                money("receipt-issued", receipt.amountMinor(), receipt.currency(), setting)
                        .moment(receipt.registeredAt())
                        .button(receipt.url())
                        .letter();
            case Message.ReadingReceived reading ->
                reading("reading-received", reading.period(), reading.registers(), setting)
                        .moment(reading.submittedAt())
                        .letter();
            case Message.ReadingTaken reading ->
                reading("reading-taken", reading.period(), reading.registers(), setting)
                        .moment(reading.acceptedAt())
                        .letter();
            case Message.ReadingRefused reading -> refused(reading, setting);
            case Message.TicketRegistered ticket -> registered(ticket, setting);
            case Message.TicketForSupport ticket -> support(ticket, setting);
            case Message.TicketSettled ticket -> settled(ticket, setting);
        };
    }

    private static Letter confirmation(Message.ConfirmContact confirm, Setting setting) {
        return code("confirm-contact", confirm.code(), confirm.link(), confirm.expiresAt(), setting);
    }

    private static Letter forgotten(Message.ForgottenPassword forgotten, Setting setting) {
        return code("forgotten-password", forgotten.code(), forgotten.link(), forgotten.expiresAt(), setting);
    }

    private static Letter dated(String kind, Instant at, Setting setting) {
        return draft(kind, setting).moment(at).letter();
    }

    private static Letter code(
            String kind, @Nullable String code, @Nullable String link, Instant expiresAt, Setting setting) {
        LetterDraft draft = draft(kind, setting, new Figures(setting).minutesUntil(expiresAt));
        if (code != null) {
            draft.code(code);
        }
        if (link != null) {
            draft.paragraph("link").button(link);
        }
        return draft.letter();
    }

    private static Letter consent(Message.ConsentConfirmed consent, Setting setting) {
        return draft("consent-confirmed", setting)
                .row("document", new Words(setting.language()).get("consent." + consent.purpose()))
                .row("version", Integer.toString(consent.documentVersion()))
                .row("evidence", consent.evidenceId().toString())
                .moment(consent.signedAt())
                .letter();
    }

    private static Letter consent(Message.ConsentTakenBack consent, Setting setting) {
        return draft("consent-taken-back", setting)
                .paragraph(consent.purpose().name())
                .row("document", new Words(setting.language()).get("consent." + consent.purpose()))
                .row("version", Integer.toString(consent.documentVersion()))
                .row("evidence", consent.evidenceId().toString())
                .moment(consent.withdrawnAt())
                .letter();
    }

    private static LetterDraft account(String kind, String accountNumberMasked, boolean own, Setting setting) {
        return draft(own ? kind : kind + "-by-other", setting, accountNumberMasked)
                .row("account", accountNumberMasked)
                .supplier();
    }

    private static Letter disconnected(Message.AccountDisconnected account, Setting setting) {
        String cause = new Words(setting.language()).get("account-disconnected.cause." + account.cause());
        return account("account-disconnected", account.accountNumberMasked(), account.own(), setting)
                .row("cause", cause)
                .moment(account.at())
                .letter();
    }

    private static LetterDraft money(String kind, long amountMinor, String currency, Setting setting) {
        String amount = new Figures(setting).money(amountMinor, currency);
        return draft(kind, setting, amount).row("amount", amount);
    }

    private static Letter paid(Message.PaymentTaken payment, Setting setting) {
        LetterDraft draft = money("payment-taken", payment.amountMinor(), payment.currency(), setting)
                .supplier()
                .moment(payment.paidAt());
        return (payment.late() ? draft.paragraph("late") : draft).letter();
    }

    private static Letter failed(Message.PaymentNotMade payment, Setting setting) {
        LetterDraft draft = money("payment-not-made", payment.amountMinor(), payment.currency(), setting);
        return draft.paragraph(payment.reason().name())
                .supplier()
                .moment(payment.failedAt())
                .letter();
    }

    private static LetterDraft reading(String kind, String period, List<RegisterReading> registers, Setting setting) {
        Figures figures = new Figures(setting);
        LetterDraft draft =
                draft(kind, setting, figures.period(period)).supplier().row("period", figures.period(period));
        for (RegisterReading register : registers) {
            String value = figures.quantity(register.value(), register.unit());
            draft.row("reading", registers.size() == 1 ? value : register.register() + ": " + value);
        }
        return draft;
    }

    private static Letter refused(Message.ReadingRefused reading, Setting setting) {
        return reading("reading-refused", reading.period(), reading.registers(), setting)
                .paragraph(reading.reason().name())
                .moment(reading.rejectedAt())
                .letter();
    }

    private static Letter support(Message.TicketForSupport ticket, Setting setting) {
        LetterDraft draft = draft(
                        ticket.followUp() ? "ticket-follow-up" : "ticket-for-support", setting, ticket.number())
                .category(ticket.category())
                .supplier()
                .moment(ticket.at())
                .quote(ticket.text());
        return (ticket.accountNumberMasked() == null ? draft : draft.row("account", ticket.accountNumberMasked()))
                .letter();
    }

    private static Letter registered(Message.TicketRegistered ticket, Setting setting) {
        return draft("ticket-registered", setting, ticket.number())
                .category(ticket.category())
                .moment(ticket.openedAt())
                .letter();
    }

    private static Letter settled(Message.TicketSettled ticket, Setting setting) {
        return draft(ticket.settled() ? "ticket-settled" : "ticket-reopened", setting, ticket.number())
                .category(ticket.category())
                .supplier()
                .moment(ticket.at())
                .letter();
    }

    private static LetterDraft draft(String kind, Setting setting, Object... arguments) {
        return new LetterDraft(kind, setting, arguments);
    }
}

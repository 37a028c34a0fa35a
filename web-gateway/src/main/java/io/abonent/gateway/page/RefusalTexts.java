package io.abonent.gateway.page;

import io.abonent.gateway.service.Refusal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a refusal says to people, for templates: {@code ${@refusals.title(refusal)}} and {@code text}. Our own sentence
 * {@code refusal.CODE.title/.text} if there is one, because only the cabinet knows what to press next; else the service's.
 */
@Component("refusals")
public class RefusalTexts {

    private final MessageSource messages;
    private final Written written;

    RefusalTexts(MessageSource messages, Written written) {
        this.messages = messages;
        this.written = written;
    }

    public String title(Refusal refusal) {
        return own(refusal, ".title", refusal.title(), "refusal.UNKNOWN.title");
    }

    public String text(Refusal refusal) {
        return own(refusal, ".text", refusal.detail(), "refusal.UNKNOWN.text");
    }

    /** Of a bare code, for results that are no problem details: readings of a batch, for instance. */
    public String title(String code) {
        return message("refusal." + code + ".title", "refusal.UNKNOWN.title");
    }

    public String text(String code) {
        return message("refusal." + code + ".text", "refusal.UNKNOWN.text");
    }

    private String message(String key, String otherwise) {
        Locale locale = LocaleContextHolder.getLocale();
        String found = messages.getMessage(key, null, null, locale);
        return found == null ? messages.getMessage(otherwise, null, locale) : found;
    }

    private String own(Refusal refusal, String part, @Nullable String theirs, String otherwise) {
        Locale locale = LocaleContextHolder.getLocale();
        Object[] arguments = {
            wait(refusal.retryAfter()),
            attempts(refusal),
            value(refusal.text("hint")),
            money(refusal.text("minAmountMinor")),
            money(refusal.text("maxAmountMinor"))
        };
        String ours = messages.getMessage("refusal." + refusal.code() + part, arguments, null, locale);
        if (ours != null) {
            return ours;
        }
        return theirs == null ? messages.getMessage(otherwise, null, locale) : theirs;
    }

    private String wait(@Nullable Duration time) {
        return time == null ? "" : written.wait(time);
    }

    private String money(@Nullable String minor) {
        return minor != null && minor.matches("\\d{1,15}") ? written.money(Long.parseLong(minor), "RUB") : "";
    }

    private static Object attempts(Refusal refusal) {
        String left = refusal.text("attemptsLeft");
        return left != null && left.matches("\\d{1,4}") ? Integer.valueOf(left) : 0;
    }

    private static String value(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package io.abonent.gateway.page;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** For templates, as {@code @written}: values as people read them, in the language of the request. */
@Component
public class Written {

    private final Clock clock;
    private final MessageSource messages;
    private final ZoneId zone;

    /** @param zone whose days and hours are shown; suppliers' own zones do not come with an account */
    Written(Clock clock, MessageSource messages, @Value("${abonent.gateway.time-zone:Europe/Moscow}") ZoneId zone) {
        this.clock = clock;
        this.messages = messages;
        this.zone = zone;
    }

    public String money(long minor, String currency) {
        return WrittenNumbers.money(minor, currency, locale());
    }

    public String typed(long minor, String currency) {
        return WrittenNumbers.typed(minor, currency, locale());
    }

    public String volume(String value, String unit) {
        return WrittenNumbers.volume(new BigDecimal(value), unit, locale());
    }

    /** Without a unit. */
    public String number(BigDecimal value) {
        return WrittenNumbers.number(value, 0, locale());
    }

    public String unit(String unit) {
        return WrittenNumbers.unit(unit, locale());
    }

    public String phone(String number) {
        return WrittenNumbers.phone(number);
    }

    public String day(Instant moment) {
        return time().day(moment);
    }

    public String day(LocalDate day) {
        return time().day(day);
    }

    public String time(Instant moment) {
        return time().time(moment);
    }

    public String dayAndTime(Instant moment) {
        return time().dayAndTime(moment);
    }

    public String ago(Instant moment) {
        return time().ago(moment);
    }

    public String left(Instant end) {
        return time().left(end);
    }

    /** How long to wait before another try: "40 секунд", "15 минут", in the accusative that follows "через". */
    public String wait(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds < 60) {
            return counted("page.wait.seconds", seconds);
        }
        return seconds < 3600
                ? counted("page.wait.minutes", Math.ceilDiv(seconds, 60))
                : counted("page.wait.hours", Math.ceilDiv(seconds, 3600));
    }

    /** @param month {@code YYYY-MM} */
    public String month(String month) {
        return time().month(YearMonth.parse(month));
    }

    public String month(YearMonth month) {
        return time().month(month);
    }

    /** @param month {@code YYYY-MM} */
    public String shortMonth(String month) {
        return shortMonth(YearMonth.parse(month));
    }

    public String shortMonth(YearMonth month) {
        return time().shortMonth(month);
    }

    /** The text of a key whose forms stand between bars, the right one for the number, which is its {@code {0}}. */
    public String counted(String key, long count) {
        return Plural.of(count, text(key), locale()).replace("{0}", Long.toString(count));
    }

    public YearMonth monthOf(Instant moment) {
        return YearMonth.from(moment.atZone(zone));
    }

    public YearMonth thisMonth() {
        return monthOf(clock.instant());
    }

    private WrittenTime time() {
        return new WrittenTime(clock.instant(), zone, locale(), this::text);
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}

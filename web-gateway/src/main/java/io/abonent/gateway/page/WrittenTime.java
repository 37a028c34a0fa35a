package io.abonent.gateway.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Days, times and how long ago, as people read them. The year is told only where it is not this one.
 *
 * @param text texts of the bundle {@code messages/page} by their key
 */
record WrittenTime(Instant now, ZoneId zone, Locale locale, UnaryOperator<String> text) {

    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    /** Longer ago than this, a day and a time say more than a count of hours. */
    private static final Duration A_WHILE = Duration.ofHours(5);

    String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    String day(LocalDate day) {
        return nonBreaking(day.format(pattern(day.getYear() == today().getYear() ? "d MMMM" : "d MMMM yyyy")));
    }

    String time(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone).format(pattern("HH:mm"));
    }

    String dayAndTime(Instant moment) {
        return day(moment) + ", " + time(moment);
    }

    String month(YearMonth month) {
        return month.format(pattern(month.getYear() == today().getYear() ? "LLLL" : "LLLL yyyy"));
    }

    String shortMonth(YearMonth month) {
        return month.format(pattern("LLL"));
    }

    /** "2 минуты назад", "сегодня в 09:05", "вчера в 14:05", then the day. */
    String ago(Instant moment) {
        Duration since = Duration.between(moment, now);
        if (since.compareTo(A_MOMENT) < 0) {
            return text.apply("page.ago.now");
        }
        if (since.compareTo(Duration.ofHours(1)) < 0) {
            return counted("page.ago.minutes", since.toMinutes());
        }
        if (since.compareTo(A_WHILE) < 0) {
            return counted("page.ago.hours", since.toHours());
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(moment, zone), today());
        if (days == 0) {
            return text.apply("page.ago.today").replace("{0}", time(moment));
        }
        return days == 1 ? text.apply("page.ago.yesterday").replace("{0}", time(moment)) : dayAndTime(moment);
    }

    /** "14 минут"; rounded up, so that it never says 0 while there is time. */
    String left(Instant end) {
        long minutes = Math.max(0, Math.ceilDiv(Duration.between(now, end).toSeconds(), 60));
        return minutes < 60
                ? counted("page.left.minutes", minutes)
                : counted("page.left.hours", Math.ceilDiv(minutes, 60));
    }

    private String counted(String key, long count) {
        return nonBreaking(Plural.of(count, text.apply(key), locale).replace("{0}", Long.toString(count)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Plural.russian(locale) ? Locale.of("ru") : Locale.UK);
    }

    /** A number and its word stay on one line. */
    private static String nonBreaking(String written) {
        return written.replaceFirst(" ", "\u00a0");
    }
}

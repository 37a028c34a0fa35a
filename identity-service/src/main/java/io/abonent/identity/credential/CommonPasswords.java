package io.abonent.identity.credential;

import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Passwords everybody tries first: the hundred thousand most used of the leaked ones, words of this country and trade and
 * what people make of them (a few digits behind or in front), runs along the keyboard or the alphabet, repetitions, and
 * the login itself. The whole password is judged, without case (SP 800-63B-4, 3.1.1.2).
 */
@Component
class CommonPasswords {

    private static final String[] RUNS = {
        "01234567890123456789",
        "98765432109876543210",
        "abcdefghijklmnopqrstuvwxyz",
        "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiop",
        "poiuytrewq",
        "asdfghjkl",
        "lkjhgfdsa",
        "zxcvbnm",
        "mnbvcxz",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0",
        "147258369",
        "963852741"
    };
    /** What people put around a word: nothing, a digit or two, a run, a repetition, a year. */
    private static final Pattern USUAL_DIGITS =
            Pattern.compile("\\d{0,2}|0?1234?5?6?7?8?9?0?|(\\d)\\1+|(19|20)\\d\\d|321|54321|654321");

    private static final int SHORTEST_LOGIN_PART = 5;

    /** Comes with the library nbvcxz (MIT), one password a line, the most used first. */
    private static final String LEAKED = "dictionaries/passwords.txt";

    private final Set<String> words;
    private final Set<String> leaked;

    CommonPasswords() {
        this.words = read("common-passwords.txt");
        this.leaked = read(LEAKED);
    }

    boolean contains(String password, Login login) {
        String folded = password.toLowerCase(Locale.ROOT);
        return leaked.contains(folded)
                || words.contains(folded)
                || isWordWithDigits(folded)
                || isRun(folded)
                || isRepetition(folded)
                || isPartOfLogin(folded, login);
    }

    private boolean isWordWithDigits(String password) {
        int from = 0;
        int to = password.length();
        while (from < to && isDigit(password.charAt(from))) {
            from++;
        }
        while (to > from && isDigit(password.charAt(to - 1))) {
            to--;
        }
        return from < to
                && words.contains(password.substring(from, to))
                && USUAL_DIGITS.matcher(password.substring(0, from)).matches()
                && USUAL_DIGITS.matcher(password.substring(to)).matches();
    }

    private static boolean isRun(String password) {
        for (String run : RUNS) {
            if (run.contains(password)) {
                return true;
            }
        }
        return false;
    }

    /** {@code aaaaa}, {@code 121212}, {@code abcabc}: a short piece again and again. */
    private static boolean isRepetition(String password) {
        for (int piece = 1; piece <= password.length() / 2; piece++) {
            if (password.length() % piece == 0
                    && password.substring(0, piece)
                            .repeat(password.length() / piece)
                            .equals(password)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPartOfLogin(String password, Login login) {
        if (login.type() == LoginType.PHONE) {
            String digits = login.value().substring(1);
            return digits.endsWith(password) || ("8" + digits.substring(1)).equals(password);
        }
        String local = login.value().substring(0, login.value().indexOf('@'));
        return local.equals(password)
                || (local.length() >= SHORTEST_LOGIN_PART && password.startsWith(local) && isDigits(password, local));
    }

    private static boolean isDigits(String password, String prefix) {
        return password.substring(prefix.length()).chars().allMatch(CommonPasswords::isDigit);
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }

    private static Set<String> read(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(resource).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

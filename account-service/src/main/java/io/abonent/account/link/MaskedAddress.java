package io.abonent.account.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An address as BASIC access shows it: {@code г Т***, ул Л***, д. 1**}. Enough to see one's own home in it, too little to
 * find a stranger's; the flat is left out.
 */
final class MaskedAddress {

    private static final Set<String> KINDS = Set.of(
            "обл",
            "область",
            "край",
            "респ",
            "республика",
            "р-н",
            "район",
            "г",
            "город",
            "п",
            "пос",
            "посёлок",
            "поселок",
            "пгт",
            "с",
            "село",
            "д",
            "дер",
            "деревня",
            "ст-ца",
            "х",
            "ул",
            "улица",
            "пр-кт",
            "пр",
            "проспект",
            "пер",
            "переулок",
            "б-р",
            "бульвар",
            "пл",
            "площадь",
            "ш",
            "шоссе",
            "наб",
            "проезд",
            "туп",
            "мкр",
            "мкрн",
            "тер",
            "снт",
            "дом",
            "влд",
            "корп",
            "к",
            "стр",
            "литер");
    private static final Set<String> FLATS =
            Set.of("кв", "квартира", "оф", "офис", "ком", "комната", "пом", "помещение");

    private MaskedAddress() {}

    static String of(String address) {
        return Arrays.stream(address.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !FLATS.contains(kind(part)))
                .map(MaskedAddress::masked)
                .collect(Collectors.joining(", "));
    }

    private static String masked(String part) {
        int space = part.indexOf(' ');
        boolean named = space > 0 && KINDS.contains(kind(part));
        String name = named ? part.substring(space + 1).strip() : part;
        return (named ? part.substring(0, space + 1) : "") + hidden(name);
    }

    /** The same number of stars for every name: its length would tell. */
    private static String hidden(String name) {
        int first = name.codePointAt(0);
        return Character.toString(first) + (Character.isDigit(first) ? "**" : "***");
    }

    private static String kind(String part) {
        String word = part.split("[\\s.]", 2)[0];
        return word.toLowerCase(Locale.ROOT);
    }
}

package io.abonent.simulators.inbox;

import io.abonent.simulators.inbox.Message.Channel;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message prepared for the page: its text in pieces, so that links can be clicked and codes copied. */
record MessageCard(
        String id,
        Channel channel,
        String from,
        String to,
        @Nullable String subject,
        List<Piece> pieces,
        boolean html,
        String at) {

    private static final Pattern MENTIONS_CODE = Pattern.compile("(?iu)код|code");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");
    private static final Pattern LINK_OR_CODE =
            Pattern.compile(LINK.pattern() + "|(?<![\\d+,.\\-/№])\\d{4,8}(?![\\d\\-/]|[.,]\\d)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.of("ru"));

    record Piece(Kind kind, String text) {}

    enum Kind {
        TEXT,
        LINK,
        CODE
    }

    static MessageCard of(Message message) {
        return new MessageCard(
                message.id(),
                message.channel(),
                message.from(),
                message.to(),
                message.subject(),
                pieces(message.text()),
                message.html() != null,
                local(message.at()));
    }

    private static String local(Instant at) {
        return ZonedDateTime.ofInstant(at, ZoneId.systemDefault()).format(TIME);
    }

    static List<Piece> pieces(String text) {
        boolean hasCode = MENTIONS_CODE.matcher(text).find();
        Matcher matcher = (hasCode ? LINK_OR_CODE : LINK).matcher(text);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(new Piece(Kind.TEXT, text.substring(from, matcher.start())));
            }
            Kind kind = matcher.group().startsWith("http") ? Kind.LINK : Kind.CODE;
            pieces.add(new Piece(kind, matcher.group()));
            from = matcher.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(Kind.TEXT, text.substring(from)));
        }
        return pieces;
    }
}

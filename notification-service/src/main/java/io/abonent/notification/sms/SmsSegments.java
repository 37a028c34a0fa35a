package io.abonent.notification.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into what fits through the air: 140 octets, less six for the header that joins the parts of a long message.
 * Latin text goes out in the default alphabet as long as every character has the same code in GSM 7-bit and in IA5, so that
 * it does not matter which of the two the centre means; everything else as UCS-2.
 */
record SmsSegments(Alphabet alphabet, List<Segment> segments) {

    enum Alphabet {
        DEFAULT(StandardCharsets.US_ASCII, 160, 153),
        UCS2(StandardCharsets.UTF_16BE, 70, 67);

        private final Charset charset;
        private final int single;
        private final int joined;

        Alphabet(Charset charset, int single, int joined) {
            this.charset = charset;
            this.single = single;
            this.joined = joined;
        }
    }

    /** What goes into one submit_sm. */
    static final class Segment {

        private final byte[] octets;
        private final boolean withHeader;

        private Segment(byte[] octets, boolean withHeader) {
            this.octets = octets;
            this.withHeader = withHeader;
        }

        /** With the user data header, if there is one. */
        byte[] octets() {
            return octets.clone();
        }

        boolean withHeader() {
            return withHeader;
        }
    }

    /** The centre's handset shows at most 255 parts; anything near that is a mistake. */
    private static final int MAX_SEGMENTS = 10;

    private static final String DIFFERENT_CODES = "$@[\\]^_`{|}~";

    static SmsSegments of(String text, int reference) {
        Alphabet alphabet = text.chars().allMatch(SmsSegments::sameEverywhere) ? Alphabet.DEFAULT : Alphabet.UCS2;
        if (text.length() <= alphabet.single) {
            return new SmsSegments(alphabet, List.of(new Segment(text.getBytes(alphabet.charset), false)));
        }
        List<String> parts = cut(text, alphabet.joined);
        if (parts.size() > MAX_SEGMENTS) {
            throw new IllegalArgumentException("an SMS of " + parts.size() + " segments");
        }
        List<Segment> segments = new ArrayList<>(parts.size());
        for (int index = 0; index < parts.size(); index++) {
            byte[] header = {5, 0, 3, (byte) reference, (byte) parts.size(), (byte) (index + 1)};
            ByteArrayOutputStream octets = new ByteArrayOutputStream(140);
            octets.writeBytes(header);
            octets.writeBytes(parts.get(index).getBytes(alphabet.charset));
            segments.add(new Segment(octets.toByteArray(), true));
        }
        return new SmsSegments(alphabet, List.copyOf(segments));
    }

    private static boolean sameEverywhere(int character) {
        return character == '\n' || (character >= ' ' && character < 0x7f && DIFFERENT_CODES.indexOf(character) < 0);
    }

    private static List<String> cut(String text, int length) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + length, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }
}

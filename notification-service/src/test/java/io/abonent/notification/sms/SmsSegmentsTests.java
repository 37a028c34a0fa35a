package io.abonent.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSegmentsTests {

    @ParameterizedTest
    @CsvSource({"1,1", "70,1", "71,2", "134,2", "135,3", "201,3"})
    void cyrillicFitsSeventyOrSixtySevenToASegment(int length, int segments) {
        SmsSegments message = SmsSegments.of("я".repeat(length), 7);
        assertThat(message.alphabet()).isEqualTo(SmsSegments.Alphabet.UCS2);
        assertThat(message.segments()).hasSize(segments);
        assertThat(joined(message, StandardCharsets.UTF_16BE)).isEqualTo("я".repeat(length));
        assertThat(message.segments())
                .allSatisfy(segment -> assertThat(segment.octets()).hasSizeLessThanOrEqualTo(140));
    }

    @ParameterizedTest
    @CsvSource({"160,1", "161,2", "306,2", "307,3"})
    void latinFitsOneHundredAndSixtyOrFiftyThree(int length, int segments) {
        SmsSegments message = SmsSegments.of("a".repeat(length), 7);
        assertThat(message.alphabet()).isEqualTo(SmsSegments.Alphabet.DEFAULT);
        assertThat(message.segments()).hasSize(segments);
        assertThat(joined(message, StandardCharsets.US_ASCII)).isEqualTo("a".repeat(length));
    }

    @Test
    void headerTellsReferenceTotalAndNumber() {
        List<SmsSegments.Segment> segments =
                SmsSegments.of("я".repeat(100), 0xAB).segments();
        assertThat(segments.get(0).octets()).startsWith(5, 0, 3, 0xAB, 2, 1);
        assertThat(segments.get(1).octets()).startsWith(5, 0, 3, 0xAB, 2, 2);
        assertThat(segments).allMatch(SmsSegments.Segment::withHeader);
    }

    @Test
    void shortMessageHasNoHeader() {
        SmsSegments.Segment only = SmsSegments.of("Code 042917", 1).segments().getFirst();
        assertThat(only.withHeader()).isFalse();
        assertThat(new String(only.octets(), StandardCharsets.US_ASCII)).isEqualTo("Code 042917");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "100$", "a_b", "[x]", "5€", "naïve", "a`b", "tab\there"})
    void charactersThatTheTwoLatinAlphabetsCodeDifferentlyGoOutAsUcs2(String text) {
        assertThat(SmsSegments.of(text, 1).alphabet()).isEqualTo(SmsSegments.Alphabet.UCS2);
    }

    @Test
    void neverTearsASurrogatePairApart() {
        String text = "я".repeat(66) + "😀" + "я".repeat(40);
        SmsSegments message = SmsSegments.of(text, 1);
        assertThat(joined(message, StandardCharsets.UTF_16BE)).isEqualTo(text);
        byte[] first = message.segments().getFirst().octets();
        assertThat(Character.isHighSurrogate(
                        (char) (((first[first.length - 2] & 0xff) << 8) | (first[first.length - 1] & 0xff))))
                .isFalse();
    }

    @Test
    void refusesWhatNoTemplateOfOursCanBe() {
        assertThatThrownBy(() -> SmsSegments.of("я".repeat(1000), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String joined(SmsSegments message, Charset charset) {
        StringBuilder text = new StringBuilder();
        for (SmsSegments.Segment segment : message.segments()) {
            byte[] octets = segment.octets();
            int from = segment.withHeader() ? 6 : 0;
            text.append(new String(octets, from, octets.length - from, charset));
        }
        return text.toString();
    }
}

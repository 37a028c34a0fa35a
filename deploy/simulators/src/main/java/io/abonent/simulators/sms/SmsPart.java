package io.abonent.simulators.sms;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;

/** What one submit_sm carries: a whole message or a part of one. */
final class SmsPart {

    private static final int UDH_CONCAT_8_BIT = 0x00;
    private static final int UDH_CONCAT_16_BIT = 0x08;

    private final byte[] content;
    private final byte dataCoding;
    private int reference;
    private int total = 1;
    private int number = 1;

    private SmsPart(byte[] content, byte dataCoding) {
        this.content = content;
        this.dataCoding = dataCoding;
    }

    static SmsPart of(SubmitSm pdu) {
        byte[] octets = payload(pdu);
        if (pdu.isUdhi() && octets.length > 0) {
            int headerLength = Math.min(octets.length - 1, octets[0] & 0xFF);
            byte[] content = Arrays.copyOfRange(octets, 1 + headerLength, octets.length);
            SmsPart part = new SmsPart(content, pdu.getDataCoding());
            part.readHeader(ByteBuffer.wrap(octets, 1, headerLength));
            return part;
        }
        SmsPart part = new SmsPart(octets, pdu.getDataCoding());
        part.readSarParameters(pdu);
        return part;
    }

    private static byte[] payload(SubmitSm pdu) {
        byte[] inline = pdu.getShortMessage();
        if (inline != null && inline.length > 0) {
            return inline;
        }
        return pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OptionalParameter.OctetString payload
                ? payload.getValue()
                : new byte[0];
    }

    private void readHeader(ByteBuffer header) {
        while (header.remaining() >= 2) {
            int element = header.get() & 0xFF;
            int length = header.get() & 0xFF;
            if (length > header.remaining()) {
                return;
            }
            if (element == UDH_CONCAT_8_BIT && length == 3) {
                concat(header.get() & 0xFF, header.get() & 0xFF, header.get() & 0xFF);
            } else if (element == UDH_CONCAT_16_BIT && length == 4) {
                concat(header.getShort() & 0xFFFF, header.get() & 0xFF, header.get() & 0xFF);
            } else {
                header.position(header.position() + length);
            }
        }
    }

    private void readSarParameters(SubmitSm pdu) {
        if (pdu.getOptionalParameter(Tag.SAR_MSG_REF_NUM) instanceof OptionalParameter.Short referenceNumber
                && pdu.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS) instanceof OptionalParameter.Byte totalSegments
                && pdu.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM) instanceof OptionalParameter.Byte sequence) {
            concat(referenceNumber.getValue() & 0xFFFF, totalSegments.getValue() & 0xFF, sequence.getValue() & 0xFF);
        }
    }

    private void concat(int reference, int total, int number) {
        if (total > 1 && number >= 1 && number <= total) {
            this.reference = reference;
            this.total = total;
            this.number = number;
        }
    }

    /** Common to all parts of a message; meaningless where it has one part only. */
    int reference() {
        return reference;
    }

    int total() {
        return total;
    }

    int number() {
        return number;
    }

    byte[] content() {
        return content.clone();
    }

    byte dataCoding() {
        return dataCoding;
    }

    /** Parts are joined before they are decoded: a character may be cut by the edge of a part. */
    static String decode(byte[] content, byte dataCoding) {
        int coding = dataCoding & 0xFF;
        boolean generalUcs2 = (coding & 0xCC) == 0x08;
        boolean waitingIndicationUcs2 = (coding & 0xF0) == 0xE0;
        if (generalUcs2 || waitingIndicationUcs2) {
            return new String(content, StandardCharsets.UTF_16BE);
        }
        return switch (coding) {
            case 0x01 -> new String(content, StandardCharsets.US_ASCII);
            case 0x02, 0x04 -> HexFormat.of().formatHex(content);
            case 0x03 -> new String(content, StandardCharsets.ISO_8859_1);
            case 0x06 -> new String(content, Charset.forName("ISO-8859-5"));
            default -> GsmAlphabet.decode(content);
        };
    }
}

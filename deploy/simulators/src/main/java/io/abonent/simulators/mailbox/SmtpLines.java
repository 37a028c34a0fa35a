package io.abonent.simulators.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads command lines and letters from the wire, never more than allowed; writes replies. */
final class SmtpLines {

    static final int LETTER_BYTES_MAX = 2 * 1024 * 1024;

    private static final int LINE_BYTES_MAX = 2_048;

    private final InputStream in;
    private final OutputStream out;

    SmtpLines(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in, 8_192);
        this.out = out;
    }

    /** Null when the other side has gone. */
    @Nullable
    String command() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int octet = in.read();
        while (octet >= 0 && octet != '\n') {
            if (line.size() >= LINE_BYTES_MAX) {
                throw new IOException("Command line is too long");
            }
            if (octet != '\r') {
                line.write(octet);
            }
            octet = in.read();
        }
        return octet < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }

    /** The letter up to the lone dot, dots unstuffed; empty when it is larger than allowed (it is read nevertheless). */
    byte @Nullable [] letter() throws IOException {
        ByteArrayOutputStream letter = new ByteArrayOutputStream(4_096);
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLarge = false;
        while (true) {
            line.reset();
            int octet = in.read();
            while (octet >= 0 && octet != '\n') {
                if (line.size() < LETTER_BYTES_MAX) {
                    line.write(octet);
                }
                octet = in.read();
            }
            if (octet < 0) {
                throw new IOException("The letter has no end");
            }
            byte[] bytes = line.toByteArray();
            if (isLoneDot(bytes)) {
                return tooLarge ? null : letter.toByteArray();
            }
            int from = bytes.length > 0 && bytes[0] == '.' ? 1 : 0;
            tooLarge |= letter.size() + bytes.length > LETTER_BYTES_MAX;
            if (!tooLarge) {
                letter.write(bytes, from, bytes.length - from);
                letter.write('\n');
            }
        }
    }

    private static boolean isLoneDot(byte[] line) {
        return line.length >= 1 && line[0] == '.' && (line.length == 1 || (line.length == 2 && line[1] == '\r'));
    }

    void reply(String... lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

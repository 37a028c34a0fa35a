package io.abonent.simulators.mailbox;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A letter opened: what its reader sees. A letter that is no MIME is shown as it came. */
record Letter(
        String from, String subject, String text, @Nullable String html) {

    private static final int NESTING_MAX = 8;

    static Letter open(byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            Alternatives found = new Alternatives();
            found.collect(message, 0);
            String subject = message.getSubject();
            return new Letter(sender(message), subject == null ? "" : subject, found.plain(), found.html);
        } catch (MessagingException | IOException e) {
            return new Letter("", "", new String(raw, StandardCharsets.UTF_8), null);
        }
    }

    private static String sender(MimeMessage message) throws MessagingException {
        Address[] from = message.getFrom();
        if (from == null || from.length == 0) {
            return "";
        }
        if (from[0] instanceof InternetAddress address && address.getPersonal() != null) {
            return address.getPersonal() + " <" + address.getAddress() + ">";
        }
        return from[0].toString();
    }

    private static final class Alternatives {

        private @Nullable String text;
        private @Nullable String html;

        private void collect(Part part, int depth) throws MessagingException, IOException {
            if (depth > NESTING_MAX || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    collect(child, depth + 1);
                }
            } else if (text == null && part.isMimeType("text/plain")) {
                text = string(part);
            } else if (html == null && part.isMimeType("text/html")) {
                html = string(part);
            }
        }

        private static String string(Part part) throws MessagingException, IOException {
            return part.getContent() instanceof String content
                    ? content.replace("\r\n", "\n").stripTrailing()
                    : new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        private String plain() {
            if (text != null) {
                return text;
            }
            return html == null
                    ? ""
                    : html.replaceAll("(?s)<style.*?</style>|<head.*?</head>", "")
                            .replaceAll("(?i)<(br|/p|/div|/tr|/h\\d)[^>]*>", "\n")
                            .replaceAll("<[^>]+>", "")
                            .replaceAll("\\n\\s*\\n+", "\n\n")
                            .strip();
        }
    }
}

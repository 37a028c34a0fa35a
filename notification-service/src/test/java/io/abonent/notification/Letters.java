package io.abonent.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What arrived in the mailboxes of the tests. */
public final class Letters {

    /** @param text the plain form */
    public record Arrived(String messageId, String subject, String text, String html) {}

    private Letters() {}

    public static List<Arrived> to(String email) {
        return Arrays.stream(Partners.MAIL.getReceivedMessages())
                .filter(message -> recipient(message).equals(email))
                .map(Letters::read)
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Arrived read(MimeMessage message) {
        try {
            return new Arrived(
                    message.getMessageID(),
                    message.getSubject(),
                    find(message, "text/plain"),
                    find(message, "text/html"));
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart child = parts.getBodyPart(index);
                String found = find(child, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}

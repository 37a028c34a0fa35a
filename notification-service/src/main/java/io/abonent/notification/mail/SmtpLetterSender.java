package io.abonent.notification.mail;

import io.abonent.notification.channel.SendOutcome;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** One letter per SMTP session; HTML with a plain-text alternative. */
@Component
class SmtpLetterSender implements LetterSender {

    private final JavaMailSenderImpl mailer;
    private final MailProperties properties;
    private final Clock clock;

    SmtpLetterSender(JavaMailSenderImpl mailer, MailProperties properties, Clock clock) {
        this.mailer = mailer;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public SendOutcome send(OutgoingLetter letter) {
        InternetAddress to;
        try {
            to = address(letter.to());
        } catch (AddressException | IllegalArgumentException _) {
            return new SendOutcome.Refused("ADDRESS_FORMAT", true);
        }
        try {
            mailer.send(compose(letter, to));
            return new SendOutcome.Accepted(null);
        } catch (MailException failure) {
            return SmtpAnswers.outcome(failure);
        } catch (MessagingException | UnsupportedEncodingException _) {
            return new SendOutcome.Refused("COMPOSITION", false);
        }
    }

    private MimeMessage compose(OutgoingLetter letter, InternetAddress to)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new StableIdMessage(
                mailer.getSession(), "<" + letter.deliveryId() + "@" + properties.messageIdDomain() + ">");
        MimeMessageHelper helper = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(
                properties.senderAddress(), properties.senderName(), StandardCharsets.UTF_8.name()));
        message.setRecipient(Message.RecipientType.TO, to);
        helper.setSubject(oneLine(letter.subject()));
        helper.setText(letter.text(), letter.html());
        helper.setSentDate(Date.from(clock.instant()));
        // RFC 3834: keeps other people's out-of-office replies away.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** A line break in a header would start another header (F-84). */
    static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static InternetAddress address(String value) throws AddressException {
        int at = value.lastIndexOf('@');
        if (at < 1 || value.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("not an address");
        }
        InternetAddress address =
                new InternetAddress(value.substring(0, at) + "@" + IDN.toASCII(value.substring(at + 1)), true);
        address.validate();
        if (!address.getAddress().equals(value.substring(0, at) + "@" + IDN.toASCII(value.substring(at + 1)))) {
            throw new AddressException("more than an address");
        }
        return address;
    }

    /** Jakarta Mail would make a new id for each attempt. */
    private static final class StableIdMessage extends MimeMessage {

        private final String messageId;

        StableIdMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}

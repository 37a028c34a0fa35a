package io.abonent.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.abonent.notification.channel.SendOutcome;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpLetterSenderTests {

    private static final UUID DELIVERY = UUID.fromString("01a19b89-83ef-7093-a7d5-fdbaacfa9244");
    private static final MailProperties PROPERTIES =
            new MailProperties("Абонент", "no-reply@abonent.example", "support@abonent.example");

    @Test
    void letterArrivesWithUtf8SubjectAndBothForms() throws Exception {
        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try {
            SendOutcome outcome =
                    sender(mail.getSmtp().getPort()).send(letter("maria@example.ru", "Платёж 1 234,56 ₽ принят"));
            assertThat(outcome).isEqualTo(new SendOutcome.Accepted(null));
            MimeMessage received = mail.getReceivedMessages()[0];
            assertThat(received.getSubject()).isEqualTo("Платёж 1 234,56 ₽ принят");
            assertThat(received.getMessageID()).isEqualTo("<" + DELIVERY + "@abonent.example>");
            assertThat(((InternetAddress) received.getFrom()[0]).getPersonal()).isEqualTo("Абонент");
            assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received.getSentDate()).isEqualTo(Instant.parse("2026-11-22T18:00:00Z"));
        } finally {
            mail.stop();
        }
    }

    @Test
    @DisplayName("F-46: a line that drops after the letter was given may mean a duplicate, with the same Message-ID")
    void repeatsUnderTheSameMessageIdAfterALostAnswer() {
        try (SmtpScript server = new SmtpScript()) {
            server.play(SmtpScript.Ending.DROP_AFTER_DATA);
            assertThat(sender(server.port()).send(letter("maria@example.ru", "Тема")))
                    .isEqualTo(new SendOutcome.Unavailable("CONNECTION", true));
            server.play(SmtpScript.Ending.ACCEPT);
            assertThat(sender(server.port()).send(letter("maria@example.ru", "Тема")))
                    .isEqualTo(new SendOutcome.Accepted(null));
            List<String> ids = server.letters().stream()
                    .map(letter -> letter.lines()
                            .filter(line -> line.startsWith("Message-ID"))
                            .findFirst()
                            .orElseThrow())
                    .toList();
            assertThat(ids).hasSize(2);
            assertThat(ids.get(0)).isEqualTo(ids.get(1)).contains(DELIVERY.toString());
        }
    }

    @Test
    @DisplayName("F-47: greylisting and a busy server pass, 5xx does not, an unknown mailbox is marked")
    void tellsPassingFromFinalRefusals() {
        try (SmtpScript server = new SmtpScript()) {
            server.play(SmtpScript.Ending.GREYLIST_RECIPIENT);
            assertThat(send(server)).isEqualTo(new SendOutcome.Unavailable("SMTP_451", false));
            server.play(SmtpScript.Ending.BUSY);
            assertThat(send(server)).isInstanceOf(SendOutcome.Unavailable.class);
            server.play(SmtpScript.Ending.UNKNOWN_RECIPIENT);
            assertThat(send(server)).isEqualTo(new SendOutcome.Refused("SMTP_550", true));
            server.play(SmtpScript.Ending.UNKNOWN_SENDER);
            assertThat(send(server)).isEqualTo(new SendOutcome.Refused("SMTP_550", false));
            server.play(SmtpScript.Ending.REFUSE_AFTER_DATA);
            assertThat(send(server)).isEqualTo(new SendOutcome.Refused("SMTP_554", false));
        }
    }

    @Test
    void serverThatIsDownMeansLater() {
        int port;
        try (SmtpScript server = new SmtpScript()) {
            port = server.port();
        }
        assertThat(sender(port).send(letter("maria@example.ru", "Тема")))
                .isEqualTo(new SendOutcome.Unavailable("NOT_REACHABLE", false));
    }

    @ParameterizedTest
    @DisplayName("F-84: nothing but one address is an address")
    @ValueSource(
            strings = {
                "maria@example.ru\r\nBcc: all@example.ru",
                "maria@example.ru, ivan@example.ru",
                "Maria <maria@example.ru>",
                "maria",
                "@example.ru",
                "maria@",
                "maria@exa mple.ru",
                ""
            })
    void refusesWhatIsNotOneAddress(String to) {
        try (SmtpScript server = new SmtpScript()) {
            assertThat(sender(server.port()).send(letter(to, "Тема")))
                    .isEqualTo(new SendOutcome.Refused("ADDRESS_FORMAT", true));
            assertThat(server.letters()).isEmpty();
        }
    }

    @Test
    @DisplayName("F-84: a line break in a subject starts no header")
    void subjectStaysOneLine() {
        try (SmtpScript server = new SmtpScript()) {
            assertThat(sender(server.port()).send(letter("maria@example.ru", "Hello\r\nBcc: all@example.ru\u0000")))
                    .isEqualTo(new SendOutcome.Accepted(null));
            assertThat(server.letters().getFirst().lines())
                    .contains("Subject: Hello Bcc: all@example.ru")
                    .noneMatch(line -> line.startsWith("Bcc"));
        }
    }

    @Test
    void domainInCyrillicIsAskedForInAscii() {
        try (SmtpScript server = new SmtpScript()) {
            assertThat(sender(server.port()).send(letter("maria@пример.рф", "Тема")))
                    .isEqualTo(new SendOutcome.Accepted(null));
            assertThat(server.letters().getFirst()).contains("To: maria@xn--e1afmkfd.xn--p1ai");
        }
    }

    private static SendOutcome send(SmtpScript server) {
        return sender(server.port()).send(letter("maria@example.ru", "Тема"));
    }

    private static SmtpLetterSender sender(int port) {
        JavaMailSenderImpl mailer = new JavaMailSenderImpl();
        mailer.setHost("localhost");
        mailer.setPort(port);
        mailer.setDefaultEncoding("UTF-8");
        mailer.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
        mailer.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        return new SmtpLetterSender(
                mailer, PROPERTIES, Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC));
    }

    private static OutgoingLetter letter(String to, String subject) {
        return new OutgoingLetter(DELIVERY, to, subject, "Текст", "<p>Текст</p>");
    }
}

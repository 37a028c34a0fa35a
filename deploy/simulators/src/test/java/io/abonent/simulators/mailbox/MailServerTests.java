package io.abonent.simulators.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.abonent.simulators.Calls;
import io.abonent.simulators.Calls.Reply;
import io.abonent.simulators.RunningSimulators;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerTests {

    private final RunningSimulators simulators = RunningSimulators.shared();
    private final Calls checker = simulators.calls();

    @AfterEach
    void heal() throws IOException {
        checker.delete("/faults");
    }

    @Test
    void deliversBothAlternativesDecoded() throws Exception {
        send("Ivan@Example.com", "Подтвердите почту — личный кабинет", "Ваш код: 482913\n.точка в начале");

        Reply inbox = checker.get("/messages?to=ivan@example.com");
        assertThat(inbox.text("/0/channel")).isEqualTo("EMAIL");
        assertThat(inbox.text("/0/subject")).isEqualTo("Подтвердите почту — личный кабинет");
        assertThat(inbox.text("/0/text")).isEqualTo("Ваш код: 482913\n.точка в начале");
        assertThat(inbox.text("/0/from")).isEqualTo("Личный кабинет <noreply@abonent.test>");
        assertThat(inbox.json().at("/0/html").asBoolean()).isTrue();
        Reply html = checker.get("/messages/" + inbox.text("/0/id") + "/html");
        assertThat(html.body()).contains("<b>482913</b>");
        assertThat(html.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox", "default-src 'none'"));
    }

    @Test
    void showsNewestFirst() throws Exception {
        send("order@example.com", "первое", "1");
        send("order@example.com", "второе", "2");

        Reply inbox = checker.get("/messages?to=order@example.com");
        assertThat(inbox.text("/0/subject")).isEqualTo("второе");
        assertThat(inbox.text("/1/subject")).isEqualTo("первое");
    }

    @ParameterizedTest
    @CsvSource({"REFUSE,550", "THROTTLE,450", "ERROR_500,451", "UNAVAILABLE,421", "REFUSE_BIND,554", "OUTAGE,''"})
    @DisplayName("Refuses on demand without delivering (F-47)")
    void refusesOnDemand(String mode, String reply) throws Exception {
        String to = mode.replace("_", "").toLowerCase(Locale.ROOT) + "@example.com";
        fault("{\"mode\":\"%s\",\"times\":1}".formatted(mode));

        assertThatThrownBy(() -> send(to, "x", "x"))
                .isInstanceOf(MessagingException.class)
                .satisfies(failure ->
                        assertThat(failure.toString() + failure.getCause()).contains(reply));

        assertThat(checker.get("/messages?to=" + to).json()).isEmpty();
        send(to, "снова", "x");
        assertThat(checker.get("/messages?to=" + to).text("/0/subject")).isEqualTo("снова");
    }

    @ParameterizedTest
    @CsvSource({"DROP", "GARBAGE", "SILENCE"})
    @DisplayName("Takes the letter and does not say so (F-46)")
    void dropsAfterData(String mode) throws Exception {
        String to = mode.toLowerCase(Locale.ROOT) + "@example.com";
        fault("{\"mode\":\"%s\",\"delayMs\":300,\"times\":1}".formatted(mode));

        assertThatThrownBy(() -> send(to, "x", "x")).isInstanceOf(MessagingException.class);

        assertThat(checker.get("/messages?to=" + to).json()).hasSize(1);
    }

    @Test
    void deliversLate() throws Exception {
        fault("{\"mode\":\"PENDING\",\"delayMs\":2000}");

        send("late@example.com", "x", "x");

        assertThat(checker.get("/messages?to=late@example.com").json()).isEmpty();
        await().untilAsserted(() ->
                assertThat(checker.get("/messages?to=late@example.com").json()).hasSize(1));
    }

    @Test
    void refusesALetterThatIsTooLarge() {
        assertThatThrownBy(() -> send("big@example.com", "x", "x".repeat(SmtpLines.LETTER_BYTES_MAX)))
                .hasMessageContaining("552");
    }

    @Test
    void survivesGarbage() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket("localhost", simulators.smtpPort())) {
                byte[] noise = new byte[5_000];
                random.nextBytes(noise);
                OutputStream out = socket.getOutputStream();
                out.write("DATA\r\nMAIL FROM:<<\r\nRCPT TO:x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(noise);
                out.flush();
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe).*");
            }
        }
        send("alive@example.com", "ещё живы", "x");
        assertThat(checker.get("/messages?to=alive@example.com").json()).hasSize(1);
    }

    private void send(String to, String subject, String text) throws MessagingException, IOException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", Integer.toString(simulators.smtpPort()));
        properties.setProperty("mail.smtp.timeout", "60000");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("noreply@abonent.test", "Личный кабинет", "UTF-8"));
        message.setRecipient(RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>Код: <b>482913</b></p>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        Transport.send(message);
    }

    private void fault(String json) throws IOException {
        assertThat(checker.put("/faults/mail", json).status()).isEqualTo(200);
    }
}

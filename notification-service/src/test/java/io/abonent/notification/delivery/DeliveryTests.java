package io.abonent.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.notification.channel.Channel;
import io.abonent.notification.message.Language;
import io.abonent.notification.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

    @Test
    void noticeWaitsUntilItsPersonIsReachable() {
        Delivery delivery = notice();
        assertThat(delivery.state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThatThrownBy(delivery::begin).isInstanceOf(IllegalStateException.class);
        delivery.reach(Channel.SMS, UUID.randomUUID(), "+7 *** ***-11-11", Language.EN);
        assertThat(delivery.state()).isEqualTo(DeliveryState.SCHEDULED);
        assertThat(delivery.language()).isEqualTo(Language.EN);
    }

    @Test
    void verificationKnowsItsTargetFromTheStart() {
        assertThat(verification().state()).isEqualTo(DeliveryState.SCHEDULED);
    }

    @Test
    void sendingErasesTheSecret() {
        Delivery delivery = verification();
        assertThat(delivery.sealed()).isNotNull();
        delivery.begin();
        delivery.sent("0001", NOW);
        assertThat(delivery.state()).isEqualTo(DeliveryState.SENT);
        assertThat(delivery.sealed()).isNull();
    }

    @Test
    void everyOtherEndErasesTheSecretToo() {
        Delivery expired = verification();
        expired.giveUp("EXPIRED");
        Delivery superseded = verification();
        superseded.suppress("SUPERSEDED");
        Delivery refused = verification();
        refused.begin();
        refused.refused("SMPP_0000000B");
        assertThat(expired.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(superseded.state()).isEqualTo(DeliveryState.SUPPRESSED);
        assertThat(refused.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(expired.sealed()).isNull();
        assertThat(superseded.sealed()).isNull();
        assertThat(refused.sealed()).isNull();
    }

    @Test
    void failedAttemptIsCountedAndComesBack() {
        Delivery delivery = verification();
        delivery.begin();
        delivery.postpone("NOT_BOUND");
        assertThat(delivery.state()).isEqualTo(DeliveryState.SCHEDULED);
        assertThat(delivery.attempts()).isEqualTo(1);
        assertThat(delivery.sealed()).isNotNull();
    }

    @Test
    void attemptThatDiedHalfwayIsMadeAgain() {
        Delivery delivery = verification();
        delivery.begin();
        delivery.begin();
        assertThat(delivery.attempts()).isEqualTo(2);
        assertThat(delivery.state()).isEqualTo(DeliveryState.SENDING);
    }

    @Test
    void receiptOfASentMessageSaysHowItEnded() {
        Delivery arrived = sent();
        arrived.receipt(true, "DELIVRD", NOW);
        assertThat(arrived.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(arrived.deliveredAt()).isEqualTo(NOW);
        Delivery lost = sent();
        lost.receipt(false, "UNDELIV", NOW);
        assertThat(lost.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(lost.reason()).isEqualTo("UNDELIV");
    }

    @Test
    void secondReceiptChangesNothing() {
        Delivery delivery = sent();
        delivery.receipt(true, "DELIVRD", NOW);
        delivery.receipt(false, "EXPIRED", NOW.plusSeconds(1));
        assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void nothingHappensToWhatHasEnded() {
        Delivery delivery = sent();
        assertThatThrownBy(delivery::begin).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> delivery.giveUp("EXPIRED")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> delivery.suppress("DECIDED")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> delivery.sent("0002", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void delayedNoticeIsDueLater() {
        Outgoing outgoing = Outgoing.notice(
                        UUID.randomUUID(), NOW, new Recipient.User(UUID.randomUUID()), new Message.Welcome("m***@a.ru"))
                .after(Duration.ofHours(1));
        assertThat(new Delivery(outgoing, "{}", NOW).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    private static Delivery sent() {
        Delivery delivery = verification();
        delivery.begin();
        delivery.sent("0001", NOW);
        return delivery;
    }

    private static Delivery notice() {
        Outgoing outgoing = Outgoing.notice(
                UUID.randomUUID(), NOW, new Recipient.User(UUID.randomUUID()), new Message.Welcome("+7 *** ***-11-11"));
        return new Delivery(outgoing, "{}", NOW);
    }

    private static Delivery verification() {
        UUID verificationId = UUID.randomUUID();
        Recipient recipient =
                new Recipient.Verification(verificationId, Channel.SMS, "sealed", "+7 *** ***-11-11", Language.RU);
        Message message = new Message.ConfirmContact(null, null, NOW.plusSeconds(600));
        return new Delivery(
                Outgoing.notice(UUID.randomUUID(), NOW, recipient, message).until(NOW.plusSeconds(600)), "{}", NOW);
    }
}

package io.abonent.simulators.sms;

import io.abonent.simulators.Timer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.util.DeliveryReceiptState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the sender a moment later that the phone has the message; again, if the sender does not take the news. */
@Component
class DeliveryReceipts {

    private static final Logger log = LoggerFactory.getLogger(DeliveryReceipts.class);
    private static final int ATTEMPTS_MAX = 5;
    private static final int DELIVERED_STATE = 2;

    private final Clock clock;
    private final Duration usualDelay;
    private final Timer timer;

    DeliveryReceipts(SmppProperties properties, Timer timer, Clock clock) {
        this.timer = timer;
        this.usualDelay = properties.receiptDelay();
        this.clock = clock;
    }

    void order(SMPPServerSession session, SubmitSm message, String messageId, Duration extraDelay) {
        Date submitted = Date.from(clock.instant());
        attempt(new Order(session, message, messageId, submitted), usualDelay.plus(extraDelay), 1);
    }

    private record Order(SMPPServerSession session, SubmitSm message, String messageId, Date submitted) {}

    private void attempt(Order order, Duration delay, int number) {
        timer.after(delay, () -> send(order, number));
    }

    private void send(Order order, int number) {
        try {
            deliver(order);
        } catch (NegativeResponseException | ResponseTimeoutException | InvalidResponseException e) {
            log.debug("Receipt was not taken: {}", e.getMessage());
            if (number < ATTEMPTS_MAX) {
                attempt(order, Duration.ofSeconds(1L << number), number + 1);
            }
        } catch (PDUException | IOException | RuntimeException e) {
            log.debug("Receipt has nobody to go to: {}", e.getMessage());
        }
    }

    private void deliver(Order order)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        SubmitSm message = order.message();
        DeliveryReceipt receipt = new DeliveryReceipt(
                order.messageId(),
                1,
                1,
                order.submitted(),
                Date.from(clock.instant()),
                DeliveryReceiptState.DELIVRD,
                "000",
                "");
        order.session()
                .deliverShortMessage(
                        "",
                        TypeOfNumber.valueOf(message.getDestAddrTon()),
                        NumberingPlanIndicator.valueOf(message.getDestAddrNpi()),
                        message.getDestAddress(),
                        TypeOfNumber.valueOf(message.getSourceAddrTon()),
                        NumberingPlanIndicator.valueOf(message.getSourceAddrNpi()),
                        message.getSourceAddr(),
                        new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        DataCodings.ZERO,
                        receipt.toString().getBytes(StandardCharsets.ISO_8859_1),
                        new OptionalParameter.COctetString(Tag.RECEIPTED_MESSAGE_ID.code(), order.messageId()),
                        new OptionalParameter.Byte(Tag.MESSAGE_STATE, (byte) DELIVERED_STATE));
    }
}

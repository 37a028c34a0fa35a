package io.abonent.notification.sms;

import io.abonent.notification.channel.SendOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.springframework.stereotype.Component;

/** SMPP 3.4 over the session that {@link SmppConnection} keeps open. */
@Component
class SmppSmsSender implements SmsSender {

    /** The centre is alive but will not take this message now. */
    private static final Set<Integer> PASSING = Set.of(
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RSUBMITFAIL,
            SMPPConstant.STAT_ESME_RX_T_APPN);

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final SmppConnection connection;
    private final SmsProperties properties;
    private final Semaphore window;
    private final Counter segments;

    SmppSmsSender(SmppConnection connection, SmsProperties properties, MeterRegistry meters) {
        this.connection = connection;
        this.properties = properties;
        this.window = new Semaphore(properties.window());
        this.segments = Counter.builder("notification.sms.segments")
                .description("Parts of messages that the SMS centre took: it charges for each")
                .register(meters);
    }

    @Override
    public SendOutcome send(Sms sms) {
        if (!E164.matcher(sms.to()).matches()) {
            return new SendOutcome.Refused("NUMBER_FORMAT", true);
        }
        Optional<SMPPSession> session = connection.session();
        if (session.isEmpty()) {
            return new SendOutcome.Unavailable("NOT_BOUND", false);
        }
        try {
            if (!window.tryAcquire(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return new SendOutcome.Unavailable("WINDOW_FULL", false);
            }
            try {
                return submit(session.get(), sms);
            } finally {
                window.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Unavailable("INTERRUPTED", false);
        }
    }

    private SendOutcome submit(SMPPSession session, Sms sms) {
        // The same reference for every attempt: a handset joins repeated parts instead of showing them twice.
        SmsSegments message = SmsSegments.of(sms.text(), sms.deliveryId().hashCode() & 0xff);
        List<SmsSegments.Segment> segments = message.segments();
        String messageId = null;
        for (int index = 0; index < segments.size(); index++) {
            boolean last = index == segments.size() - 1;
            try {
                messageId = submit(session, sms, message.alphabet(), segments.get(index), last);
                this.segments.increment();
            } catch (NegativeResponseException refusal) {
                return refused(refusal.getCommandStatus(), index > 0);
            } catch (ResponseTimeoutException _) {
                return new SendOutcome.Unavailable("NO_ANSWER", true);
            } catch (PDUException | InvalidResponseException | IOException _) {
                return new SendOutcome.Unavailable("CONNECTION", true);
            }
        }
        return new SendOutcome.Accepted(messageId);
    }

    private String submit(
            SMPPSession session, Sms sms, SmsSegments.Alphabet alphabet, SmsSegments.Segment segment, boolean last)
            throws NegativeResponseException, ResponseTimeoutException, PDUException, InvalidResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        properties.sender(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        sms.to().substring(1),
                        new ESMClass(
                                MessageMode.DEFAULT,
                                MessageType.DEFAULT,
                                segment.withHeader() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT),
                        (byte) 0,
                        (byte) 1,
                        null,
                        validity(sms.validity()),
                        // One receipt per message: the last part's.
                        new RegisteredDelivery(
                                last ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
                        (byte) 0,
                        new GeneralDataCoding(
                                alphabet == SmsSegments.Alphabet.UCS2 ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
                        (byte) 0,
                        segment.octets())
                .getMessageId();
    }

    private static SendOutcome refused(int status, boolean perhapsSent) {
        String reason = "SMPP_%08X".formatted(status);
        if (PASSING.contains(status)) {
            return new SendOutcome.Unavailable(reason, perhapsSent);
        }
        return new SendOutcome.Refused(reason, status == SMPPConstant.STAT_ESME_RINVDSTADR);
    }

    /** Relative time of SMPP 3.4, §7.1.1.2: {@code YYMMDDhhmmss000R}. */
    static String validity(Duration validity) {
        Duration atLeast = validity.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : validity;
        return "0000%02d%02d%02d%02d000R"
                .formatted(
                        Math.min(atLeast.toDays(), 30),
                        atLeast.toHoursPart(),
                        atLeast.toMinutesPart(),
                        atLeast.toSecondsPart());
    }
}

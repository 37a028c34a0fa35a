package io.abonent.simulators.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.InvalidDeliveryReceiptException;

/** A bound SMPP client. */
final class Phone implements AutoCloseable {

    private static final long BIND_TIMEOUT_MS = 10_000;
    private static final byte GSM = 0;
    private static final byte UCS2 = 8;
    private static final byte UDHI = 0x40;

    private final SMPPSession session = new SMPPSession();
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

    private Phone() {}

    record Receipt(String messageId, String state) {}

    static Phone bind(int port, String systemId, String password) throws IOException {
        Phone phone = new Phone();
        phone.session.setMessageReceiverListener(phone.listener());
        phone.session.connectAndBind(
                "localhost",
                port,
                new BindParameter(
                        BindType.BIND_TRX,
                        systemId,
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                BIND_TIMEOUT_MS);
        return phone;
    }

    void timeout(Duration limit) {
        session.setTransactionTimer(limit.toMillis());
    }

    SessionState state() {
        return session.getSessionState();
    }

    List<Receipt> receipts() {
        return receipts;
    }

    String ucs2(String to, String text) throws Exception {
        return submit(to, (byte) 0, UCS2, text.getBytes(StandardCharsets.UTF_16BE));
    }

    void gsm(String to, byte[] octets) throws Exception {
        submit(to, (byte) 0, GSM, octets);
    }

    void payload(String to, String text) throws Exception {
        byte[] octets = text.getBytes(StandardCharsets.UTF_16BE);
        submit(to, (byte) 0, UCS2, new byte[0], new OptionalParameter.Message_payload(octets));
    }

    void part(String to, byte[] whole, int from, int until, int number, int total) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(new byte[] {5, 0, 3, 42, (byte) total, (byte) number});
        octets.write(whole, from, until - from);
        submit(to, UDHI, UCS2, octets.toByteArray());
    }

    private String submit(String to, byte esmClass, byte coding, byte[] octets, OptionalParameter... parameters)
            throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "GazTest",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(1),
                        (byte) 0,
                        new RawDataCoding(coding),
                        (byte) 0,
                        octets,
                        parameters)
                .getMessageId();
    }

    private MessageReceiverListener listener() {
        return new MessageReceiverListener() {
            @Override
            public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
                try {
                    DeliveryReceipt receipt = pdu.getShortMessageAsDeliveryReceipt();
                    receipts.add(new Receipt(
                            receipt.getId(), receipt.getFinalStatus().name()));
                } catch (InvalidDeliveryReceiptException e) {
                    throw new ProcessRequestException("No receipt", 8, e);
                }
            }

            @Override
            public void onAcceptAlertNotification(AlertNotification notification) {
                Objects.requireNonNull(notification);
            }

            @Override
            public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
                throw new ProcessRequestException("Not expected", 8);
            }
        };
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}

package io.abonent.notification.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** An SMS centre of one's own: speaks SMPP over a real socket, can be stopped, started and told how to answer. */
public final class SmsCentre implements AutoCloseable {

    public static final String SYSTEM_ID = "abonent";
    public static final String PASSWORD = "testpwd";

    /** One submit_sm as it arrived. */
    public record Received(
            String messageId,
            String to,
            String text,
            byte coding,
            boolean withHeader,
            @Nullable String validity) {}

    private final int port;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refusedNumbers = new ConcurrentHashMap<>();
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean silent;
    private volatile @Nullable String receiptState = "DELIVRD";
    private volatile @Nullable SMPPServerSessionListener listener;

    public SmsCentre() {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public SmsCentre start() {
        try {
            SMPPServerSessionListener fresh = new SMPPServerSessionListener(port);
            fresh.setMessageReceiverListener(new Listener());
            listener = fresh;
            Thread.ofVirtual().start(() -> acceptAll(fresh));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops listening and cuts every line. */
    public void stop() {
        SMPPServerSessionListener current = listener;
        listener = null;
        try {
            if (current != null) {
                current.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    public int port() {
        return port;
    }

    public int binds() {
        return binds.get();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> receivedBy(String number) {
        return received.stream().filter(message -> message.to().equals(number)).toList();
    }

    /** The next message gets this command status. */
    void refuseNext(int status) {
        refusals.add(status);
    }

    /** Every message to this number gets this command status. */
    public void refuse(String number, int status) {
        refusedNumbers.put(number, status);
    }

    /** No longer. */
    public void accept(String number) {
        refusedNumbers.remove(number);
    }

    /** Takes messages and never answers. */
    void silent(boolean value) {
        silent = value;
    }

    /** What becomes of later messages; null for no receipt. */
    public void receipts(@Nullable String state) {
        receiptState = state;
    }

    @Override
    public void close() {
        stop();
    }

    private void acceptAll(SMPPServerSessionListener from) {
        while (from.equals(listener)) {
            try {
                SMPPServerSession session = from.accept();
                sessions.add(session);
                Thread.ofVirtual().start(() -> bind(session));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5000);
            if (request.getSystemId().equals(SYSTEM_ID) && request.getPassword().equals(PASSWORD)) {
                request.accept("centre");
                binds.incrementAndGet();
            } else {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (TimeoutException | IOException | PDUStringException _) {
            session.close();
        }
    }

    private void sendReceipt(SMPPServerSession session, SubmitSm message, String messageId, String state) {
        String text = "id:" + messageId + " sub:001 dlvrd:001 submit date:2611221800 done date:2611221801 stat:" + state
                + " err:000 text:";
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    message.getDestAddress(),
                    TypeOfNumber.ALPHANUMERIC,
                    NumberingPlanIndicator.UNKNOWN,
                    message.getSourceAddr(),
                    new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new GeneralDataCoding(),
                    text.getBytes(StandardCharsets.US_ASCII));
        } catch (Exception failure) {
            // A test may have hung up in the meantime.
            if (session.getSessionState().isReceivable()) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private final class Listener implements ServerMessageReceiverListener {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source)
                throws ProcessRequestException {
            Integer refusal = refusedNumbers.getOrDefault("+" + message.getDestAddress(), refusals.poll());
            if (refusal != null) {
                throw new ProcessRequestException("as told", refusal);
            }
            boolean withHeader = message.isUdhi();
            byte[] octets = message.getShortMessage();
            int from = withHeader ? octets[0] + 1 : 0;
            String text = new String(
                    octets,
                    from,
                    octets.length - from,
                    message.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII);
            String id = "%010d".formatted(numbers.incrementAndGet());
            received.add(new Received(
                    id,
                    "+" + message.getDestAddress(),
                    text,
                    message.getDataCoding(),
                    withHeader,
                    message.getValidityPeriod()));
            if (silent) {
                pause();
            }
            String state = receiptState;
            if (state != null && message.getRegisteredDelivery() == 1) {
                Thread.ofVirtual().start(() -> sendReceipt(source, message, id, state));
            }
            return new SubmitSmResult(messageId(id), new org.jsmpp.bean.OptionalParameter[0]);
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public org.jsmpp.session.SubmitMultiResult onAcceptSubmitMulti(
                org.jsmpp.bean.SubmitMulti message, SMPPServerSession source) throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public org.jsmpp.session.QuerySmResult onAcceptQuerySm(org.jsmpp.bean.QuerySm message, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public void onAcceptReplaceSm(org.jsmpp.bean.ReplaceSm message, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public void onAcceptCancelSm(org.jsmpp.bean.CancelSm message, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public org.jsmpp.session.BroadcastSmResult onAcceptBroadcastSm(
                org.jsmpp.bean.BroadcastSm message, SMPPServerSession source) throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public void onAcceptCancelBroadcastSm(org.jsmpp.bean.CancelBroadcastSm message, SMPPServerSession source)
                throws ProcessRequestException {
            throw unexpected();
        }

        @Override
        public org.jsmpp.session.QueryBroadcastSmResult onAcceptQueryBroadcastSm(
                org.jsmpp.bean.QueryBroadcastSm message, SMPPServerSession source) throws ProcessRequestException {
            throw unexpected();
        }

        private static ProcessRequestException unexpected() {
            return new ProcessRequestException("not used", SMPPConstant.STAT_ESME_RINVCMDID);
        }

        private static MessageId messageId(String id) {
            try {
                return new MessageId(id);
            } catch (PDUStringException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static void pause() {
            try {
                Thread.sleep(3000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.abonent.notification.sms;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps one transceiver session open for as long as the service runs: binds, tests the link when it is silent, and binds
 * again with growing, jittered pauses after it broke. The service starts and lives without the centre; messages wait.
 */
@Component
class SmppConnection implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmppConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final SmsProperties properties;
    private final SmppReceipts receipts;
    private volatile @Nullable SMPPSession session;
    private volatile @Nullable Thread keeper;

    SmppConnection(SmsProperties properties, SmppReceipts receipts, MeterRegistry meters) {
        this.properties = properties;
        this.receipts = receipts;
        Gauge.builder("notification.sms.bound", () -> session().isPresent() ? 1 : 0)
                .description("Whether the session with the SMS centre is open")
                .register(meters);
    }

    Optional<SMPPSession> session() {
        SMPPSession current = session;
        return current != null && current.getSessionState().isTransmittable() ? Optional.of(current) : Optional.empty();
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofVirtual().name("smpp-connection").unstarted(this::keepOpen);
        // Known before it runs: it works for as long as it is the keeper.
        keeper = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        Thread running = keeper;
        keeper = null;
        session().ifPresent(SMPPSession::unbindAndClose);
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    private void keepOpen() {
        Duration pause = FIRST_PAUSE;
        try {
            while (keeper == Thread.currentThread()) {
                if (stayBound()) {
                    pause = FIRST_PAUSE;
                }
                Thread.sleep(pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
                pause = pause.multipliedBy(2).compareTo(properties.reconnectMax()) < 0
                        ? pause.multipliedBy(2)
                        : properties.reconnectMax();
            }
        } catch (InterruptedException _) {
            log.debug("The connection to the SMS centre is being shut down");
        }
    }

    /** @return whether it was bound at all */
    private boolean stayBound() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SMPPSession fresh = new SMPPSession();
        fresh.setEnquireLinkTimer((int) properties.enquireLink().toMillis());
        fresh.setTransactionTimer(properties.timeout().toMillis());
        fresh.setMessageReceiverListener(receipts);
        fresh.addSessionStateListener((state, _, _) -> {
            if (state == SessionState.CLOSED) {
                closed.countDown();
            }
        });
        try {
            fresh.connectAndBind(
                    properties.host(),
                    properties.port(),
                    bind(),
                    properties.timeout().toMillis());
            session = fresh;
            log.info("Bound to the SMS centre {}:{}", properties.host(), properties.port());
            closed.await();
            log.warn("The SMS centre {}:{} closed the session", properties.host(), properties.port());
            return true;
        } catch (IOException failure) {
            log.warn(
                    "The SMS centre {}:{} cannot be reached: {}",
                    properties.host(),
                    properties.port(),
                    failure.getClass().getSimpleName());
            return false;
        } finally {
            session = null;
            fresh.close();
        }
    }

    private BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TRX,
                properties.systemId(),
                properties.password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }
}

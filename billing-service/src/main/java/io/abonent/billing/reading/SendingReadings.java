package io.abonent.billing.reading;

import com.github.kagkarlsson.scheduler.task.Task;
import io.abonent.billing.backoffice.SupplierBackOffice;
import io.abonent.billing.backoffice.SupplierBackOffice.Account;
import io.abonent.billing.backoffice.SupplierBackOffice.ReadingDocument;
import io.abonent.billing.backoffice.SupplierBackOffice.ReadingVerdict;
import io.abonent.billing.backoffice.SupplierBackOffice.RegisterValue;
import io.abonent.billing.meter.Meters;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.work.Backoff;
import io.abonent.billing.work.Next;
import io.abonent.billing.work.Work;
import io.abonent.billing.work.WorkQueue;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Tells the supplier about readings until it has decided; the first time while the person waits. */
@Component
class SendingReadings {

    static final String TASK = "reading-send";
    private static final Logger log = LoggerFactory.getLogger(SendingReadings.class);

    private final Readings readings;
    private final WritingReading writing;
    private final HearingVerdict hearing;
    private final Meters meters;
    private final SupplierBackOffice backOffice;
    private final WorkQueue work;
    private final ReadingProperties properties;
    private final Clock clock;
    private final ExecutorService firstTries = Executors.newVirtualThreadPerTaskExecutor();

    SendingReadings(
            Readings readings,
            WritingReading writing,
            HearingVerdict hearing,
            Meters meters,
            SupplierBackOffice backOffice,
            WorkQueue work,
            ReadingProperties properties,
            Clock clock) {
        this.readings = readings;
        this.writing = writing;
        this.hearing = hearing;
        this.meters = meters;
        this.backOffice = backOffice;
        this.work = work;
        this.properties = properties;
        this.clock = clock;
    }

    /** All of a batch at once, waiting no longer than a person would; what is not decided then goes on by itself. */
    void tellNow(List<UUID> readingIds) {
        List<? extends Future<?>> tries = readingIds.stream()
                .map(readingId -> firstTries.submit(() -> tellFirst(readingId)))
                .toList();
        long deadline = System.nanoTime() + properties.answerWithin().toNanos();
        for (Future<?> each : tries) {
            try {
                each.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                log.info("the supplier takes its time; the verdict will be awaited in the background");
            } catch (ExecutionException e) {
                log.warn("a reading will be sent by its worker", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tellFirst(UUID readingId) {
        Optional<Reading> waiting = readings.find(readingId)
                .filter(reading -> reading.status() == ReadingStatus.SUBMITTED && reading.tryingSince() != null);
        waiting.ifPresent(reading -> {
            try {
                hearing.heard(readingId, submit(reading));
            } catch (PartnerUnavailable e) {
                log.info("reading {} is queued: {}", readingId, e.getMessage());
                queued(readingId);
                work.hurry(TASK, readingId);
            }
        });
    }

    /** A worker's turn. */
    Next tell(UUID readingId) {
        Optional<Reading> undecided =
                readings.find(readingId).filter(reading -> !reading.status().isDecided());
        if (undecided.isEmpty()) {
            return Next.done();
        }
        Reading reading = undecided.get();
        if (reading.isOnTheWire(clock.instant(), properties.abandonedAfter())) {
            return Next.again(clock.instant().plus(properties.firstPause()));
        }
        Optional<Reading> mine = writing.change(readingId, each -> Optional.of(each.tryingAt(clock.instant())));
        if (mine.isEmpty()) {
            return Next.done();
        }
        try {
            Optional<Reading> after = hearing.heard(readingId, ask(mine.get()));
            boolean open = after.filter(each -> !each.status().isDecided()).isPresent();
            return open ? Next.again(clock.instant().plus(properties.askPause())) : Next.done();
        } catch (PartnerUnavailable e) {
            queued(readingId);
            throw e;
        }
    }

    private ReadingVerdict ask(Reading reading) {
        if (reading.status() != ReadingStatus.SENT) {
            return submit(reading);
        }
        ReadingVerdict verdict = backOffice.verdict(account(reading), reading.readingId());
        return verdict instanceof ReadingVerdict.Missing ? submit(reading) : verdict;
    }

    private ReadingVerdict submit(Reading reading) {
        String serial = meters.find(reading.meterId()).orElseThrow().serial();
        List<RegisterValue> registers = reading.registers().stream()
                .map(register -> new RegisterValue(register.code(), register.value()))
                .toList();
        return backOffice.submit(
                account(reading), new ReadingDocument(reading.readingId(), serial, registers, reading.capturedAt()));
    }

    private void queued(UUID readingId) {
        writing.change(
                readingId,
                reading -> Optional.of(reading.with(
                        reading.status() == ReadingStatus.SENT ? ReadingStatus.SENT : ReadingStatus.QUEUED,
                        null,
                        null)));
    }

    private static Account account(Reading reading) {
        return new Account(reading.supplierId(), reading.supplierAccountRef());
    }

    @Bean
    Task<Void> readingSendTask() {
        Backoff backoff = new Backoff(properties.firstPause(), properties.longestPause());
        return Work.named(TASK, backoff, clock, this::tell);
    }

    @PreDestroy
    void close() {
        firstTries.shutdown();
    }
}

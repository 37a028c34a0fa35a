package io.abonent.bench.fault;

import io.abonent.bench.house.House;
import io.abonent.bench.house.Row;
import io.abonent.bench.house.Signals;
import io.abonent.bench.house.SmallDisk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the schedule says, at the time it says, and has the way back timed. */
public final class Injector {

    private static final Logger log = LoggerFactory.getLogger(Injector.class);
    private static final long LOOK_MS = 100;
    private static final Duration PRE_STOP = Duration.ofSeconds(3);
    private static final Duration LOCKED_WITHIN = Duration.ofSeconds(20);
    private static final Duration SKEW = Duration.ofSeconds(50);
    private static final Duration JUMP = Duration.ofHours(1);

    private final House house;
    private final Wires wires;
    private final RecoveryClock clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> done = new TreeMap<>();
    private final List<Thread> lasting = new ArrayList<>();

    public Injector(House house, Wires wires, RecoveryClock clock) {
        this.house = house;
        this.wires = wires;
        this.clock = clock;
    }

    /** How often what was done to whom: {@code KILL billing}. */
    public synchronized Map<String, Integer> done() {
        return new TreeMap<>(done);
    }

    /** Returns when the last one is over. */
    public void run(List<Mishap> mishaps) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (Mishap mishap : mishaps) {
            long wait = mishap.at().toMillis() - (System.nanoTime() - start) / 1_000_000L;
            if (wait > 0) {
                Thread.sleep(wait);
            }
            log.info("{} {}", mishap.kind(), mishap.victim());
            if (happen(mishap)) {
                synchronized (this) {
                    done.merge(mishap.kind() + " " + mishap.victim(), 1, Integer::sum);
                }
            }
        }
        for (Thread thread : lasting) {
            thread.join();
        }
    }

    private boolean happen(Mishap mishap) throws IOException, InterruptedException {
        switch (mishap.kind()) {
            case KILL -> {
                return kill(mishap.victim());
            }
            case TERM -> {
                return roll(mishap.victim());
            }
            case UPGRADE -> {
                house.installation().upgrade(House.service(mishap.victim()));
                return roll(mishap.victim());
            }
            case ROLL_BACK -> {
                house.installation().rollBack(House.service(mishap.victim()));
                return roll(mishap.victim());
            }
            case FREEZE -> lasts(() -> freeze(mishap.victim(), mishap.length()));
            case AWAY -> lasts(() -> keepAway(mishap.victim(), mishap.length()));
            case CUT_COMMIT -> wires.of(Wire.POSTGRES).cutBefore("COMMIT\0");
            case SLOW -> lasts(() -> during(FaultProxy.Mode.SLOW, Wire.of(mishap.victim()), mishap.length()));
            case BLACK_HOLE ->
                lasts(() -> during(FaultProxy.Mode.BLACK_HOLE, Wire.of(mishap.victim()), mishap.length()));
            case RESET -> {
                wires.of(Wire.of(mishap.victim())).reset();
                clock.wayClear(mishap.victim(), Recovery.CONNECTIONS);
            }
            case DISK_FULL -> lasts(() -> fill(mishap.victim(), mishap.length()));
            case DISK_READ_ONLY -> lasts(() -> lock(mishap.victim(), mishap.length()));
            case CLOCK_AHEAD -> lasts(() -> skew(mishap.victim(), SKEW, mishap.length()));
            case CLOCK_BEHIND -> lasts(() -> skew(mishap.victim(), SKEW.negated(), mishap.length()));
            case CLOCK_JUMPS -> lasts(() -> skew(mishap.victim(), JUMP.negated(), mishap.length()));
            case PARTNER_OUTAGE -> lasts(() -> partnerAway(mishap.victim(), mishap.length()));
        }
        return true;
    }

    private interface Lasting {
        void happen() throws IOException, InterruptedException;
    }

    private void lasts(Lasting what) {
        lasting.add(Thread.ofVirtual().start(() -> {
            try {
                what.happen();
            } catch (IOException e) {
                log.warn("A mishap did not happen", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private boolean kill(String victim) throws IOException, InterruptedException {
        Row row = house.row(victim).orElseThrow();
        Signals.KILL.send(row.pid());
        switch (victim) {
            case Schedule.DATABASE -> clock.databaseCrashed(row.pid());
            case Schedule.BROKER -> clock.brokerLost(row.pid());
            default -> clock.serviceEnded(victim, row.pid(), Recovery.SERVICE_READY);
        }
        return true;
    }

    /** In the order of a cluster: out of the addresses, a pause (preStop) for those who have just looked them up, the signal. */
    private boolean roll(String victim) throws IOException, InterruptedException {
        house.takeOut(victim);
        Thread.sleep(PRE_STOP);
        Row row = house.row(victim).orElseThrow();
        Signals.TERM.send(row.pid());
        boolean back = clock.serviceEnded(victim, row.pid(), Recovery.SERVICE_RESTARTED)
                .await();
        house.putBack(victim);
        return back;
    }

    private void freeze(String victim, Duration length) throws IOException, InterruptedException {
        Row row = house.row(victim).orElseThrow();
        Signals.STOP.send(row.pid());
        Thread.sleep(length);
        Signals.CONT.send(row.pid());
    }

    /** Whatever brings it back is killed before it can listen. */
    private void keepAway(String victim, Duration length) throws IOException, InterruptedException {
        long until = System.nanoTime() + length.toNanos();
        long last = 0;
        while (System.nanoTime() < until) {
            Row row = house.row(victim).orElseThrow();
            if (row.pid() != last) {
                Signals.KILL.send(row.pid());
                last = row.pid();
            }
            Thread.sleep(LOOK_MS);
        }
        if (victim.equals(Schedule.BROKER)) {
            clock.brokerLost(last).await();
        }
    }

    private void during(FaultProxy.Mode mode, Wire wire, Duration length) throws InterruptedException {
        wires.of(wire).mode(mode, wire.slowness());
        Thread.sleep(length);
        wires.of(wire).mode(FaultProxy.Mode.PASS, Duration.ZERO);
        clock.wayClear(wire.victim(), Recovery.CONNECTIONS);
    }

    private void skew(String victim, Duration offset, Duration length) throws IOException, InterruptedException {
        house.clocks().set(victim, offset);
        Thread.sleep(length);
        house.clocks().set(victim, Duration.ZERO);
    }

    private void fill(String victim, Duration length) throws IOException, InterruptedException {
        house.disk(victim).full(length);
        clock.wayClear(victim, Recovery.DISKS).await();
    }

    /** A file that is open for writing keeps the disk writable: the process is killed until none is. */
    private void lock(String victim, Duration length) throws IOException, InterruptedException {
        SmallDisk disk = house.disk(victim);
        long deadline = System.nanoTime() + LOCKED_WITHIN.toNanos();
        do {
            if (System.nanoTime() > deadline) {
                throw new IOException("the disk of " + victim + " stays writable");
            }
            Signals.KILL.send(house.row(victim).orElseThrow().pid());
        } while (!disk.readOnly());
        Thread.sleep(length);
        disk.writable();
        clock.wayClear(victim, Recovery.DISKS).await();
    }

    private void partnerAway(String partner, Duration length) throws IOException, InterruptedException {
        call(HttpRequest.newBuilder(URI.create(house.simulators() + "/faults/" + partner))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"mode\":\"OUTAGE\"}"))
                .build());
        Thread.sleep(length);
        call(HttpRequest.newBuilder(URI.create(house.simulators() + "/faults"))
                .DELETE()
                .build());
    }

    private void call(HttpRequest request) throws IOException, InterruptedException {
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IOException(request.method() + " " + request.uri() + " was answered by " + status);
        }
    }
}

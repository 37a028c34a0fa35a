package io.abonent.bench.fault;

import io.abonent.bench.fault.Mishap.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** What goes wrong when, from the seed alone: the same seed gives the same schedule. */
public final class Schedule {

    public static final String BROKER = "kafka";
    public static final String DATABASE = "postgres";
    private static final List<String> PARTNERS = List.of("payment-provider", "back-office", "fiscal", "sms");

    private final SplittableRandom random;
    private final List<Mishap> mishaps = new ArrayList<>();
    private final List<String> round = new ArrayList<>();
    private long atMs;

    public Schedule(long seed, Duration calm) {
        this.random = new SplittableRandom(seed);
        this.atMs = calm.toMillis();
    }

    public List<Mishap> mishaps() {
        return List.copyOf(mishaps);
    }

    /** When the last one is over. */
    public Duration end() {
        return Duration.ofMillis(atMs);
    }

    /** Kills of random processes; between them connections are cut, processes frozen and partners silenced. */
    public Schedule kills(int kills, List<String> processes, Duration gap) {
        for (int kill = 1; kill <= kills; kill++) {
            add(Kind.KILL, anyOf(processes), Duration.ZERO);
            pause(gap);
            if (kill % 4 == 0) {
                add(Kind.CUT_COMMIT, DATABASE, Duration.ZERO);
            }
            if (kill % 10 == 5) {
                add(Kind.FREEZE, anyOf(processes), Duration.ofSeconds(6));
                pause(gap);
            }
            if (kill % 10 == 8) {
                add(Kind.PARTNER_OUTAGE, PARTNERS.get(random.nextInt(PARTNERS.size())), Duration.ofSeconds(5));
                pause(gap);
            }
        }
        return this;
    }

    /** In the middle of it a service is killed: it must come back without a broker. */
    public Schedule brokerAway(Duration length, List<String> processes) {
        add(Kind.AWAY, BROKER, length);
        atMs += length.toMillis() / 3;
        add(Kind.KILL, anyOf(processes), Duration.ZERO);
        atMs += length.toMillis() - length.toMillis() / 3;
        return this;
    }

    public Schedule crashes(int crashes, String victim, Duration gap) {
        for (int crash = 0; crash < crashes; crash++) {
            add(Kind.KILL, victim, Duration.ZERO);
            pause(gap);
        }
        return this;
    }

    /** Every connection crawls, swallows and breaks once, in an order of the seed's. */
    public Schedule wires(Duration length, Duration gap) {
        List<Mishap> each = new ArrayList<>();
        for (Wire wire : Wire.values()) {
            for (Kind kind : List.of(Kind.SLOW, Kind.BLACK_HOLE, Kind.RESET)) {
                each.add(new Mishap(Duration.ZERO, kind, wire.victim(), kind == Kind.RESET ? Duration.ZERO : length));
            }
        }
        shuffle(each);
        for (Mishap mishap : each) {
            alone(mishap.kind(), mishap.victim(), mishap.length(), gap);
        }
        return this;
    }

    /** Every process is ahead, behind, and an hour behind once. */
    public Schedule clocks(List<String> processes, Duration length, Duration gap) {
        for (Kind kind : List.of(Kind.CLOCK_AHEAD, Kind.CLOCK_BEHIND, Kind.CLOCK_JUMPS)) {
            for (int turn = 0; turn < processes.size(); turn++) {
                alone(kind, anyOf(processes), length, gap);
            }
        }
        return this;
    }

    /** The disk of the database, then that of the broker, and so on. */
    public Schedule disks(Kind kind, int rounds, Duration length, Duration gap) {
        for (int round = 0; round < rounds; round++) {
            alone(kind, DATABASE, length, gap);
            alone(kind, BROKER, length, gap);
        }
        return this;
    }

    /** Each process in turn is asked to end; the next when this one is ready again. */
    public Schedule rolling(List<String> processes, Duration gap) {
        return rolling(Kind.TERM, processes, gap);
    }

    /** To the newer build, service by service; after a while together with it, back again, the other way round. */
    public Schedule upgradeAndBack(List<String> processes, Duration gap, Duration together) {
        return rolling(Kind.UPGRADE, processes, gap)
                .calm(together)
                .rolling(Kind.ROLL_BACK, processes.reversed(), gap)
                .calm(together);
    }

    private Schedule rolling(Kind how, List<String> processes, Duration gap) {
        for (String process : processes) {
            add(how, process, Duration.ZERO);
            atMs += gap.toMillis();
        }
        return this;
    }

    public Schedule calm(Duration length) {
        atMs += length.toMillis();
        return this;
    }

    /** Everybody's turn comes, in a new order each round: who has just been hit has time to get up. */
    private String anyOf(List<String> processes) {
        if (round.isEmpty()) {
            round.addAll(processes);
            shuffle(round);
        }
        return round.removeLast();
    }

    private void shuffle(List<?> list) {
        for (int last = list.size() - 1; last > 0; last--) {
            Collections.swap(list, last, random.nextInt(last + 1));
        }
    }

    /** The next comes when it is over and a pause has passed. */
    private void alone(Kind kind, String victim, Duration length, Duration gap) {
        add(kind, victim, length);
        atMs += length.toMillis();
        pause(gap);
    }

    private void add(Kind kind, String victim, Duration length) {
        mishaps.add(new Mishap(Duration.ofMillis(atMs), kind, victim, length));
    }

    /** Between 60 and 140 percent of the gap: no rhythm that anything could get used to. */
    private void pause(Duration gap) {
        atMs += gap.toMillis() * (60 + random.nextInt(81)) / 100;
    }
}

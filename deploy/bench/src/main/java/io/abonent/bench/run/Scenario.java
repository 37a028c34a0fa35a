package io.abonent.bench.run;

import io.abonent.bench.fault.Mishap;
import io.abonent.bench.fault.Schedule;
import io.abonent.bench.house.House;
import io.abonent.bench.house.Installation;
import io.abonent.bench.world.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The runs there are. */
public enum Scenario {
    /** Everything once, short enough for every build. */
    SHORT(
            "about 20 kills, an outage of the broker, a crash of PostgreSQL, a rolling restart; 2,000 effects",
            1,
            2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options)
                    .kills(options.number("kills", 20), house.serviceProcesses(), gap(options, 5.5))
                    .crashes(1, Schedule.DATABASE, Duration.ofSeconds(6))
                    .brokerAway(Duration.ofSeconds(options.number("outage", 15)), house.serviceProcesses())
                    .calm(Duration.ofSeconds(8))
                    .rolling(house.serviceProcesses(), Duration.ofSeconds(5));
        }
    },
    KILLS("kill -9 of random services, cut commits, frozen processes, silent partners", 1, 20_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options).kills(options.number("kills", 200), house.serviceProcesses(), gap(options, 10));
        }
    },
    BROKER_OUTAGE("Kafka away for --outage seconds, then killed --kills times", 1, 2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options)
                    .brokerAway(Duration.ofSeconds(options.number("outage", 600)), house.serviceProcesses())
                    .calm(Duration.ofSeconds(60))
                    .crashes(options.number("kills", 5), Schedule.BROKER, gap(options, 30));
        }
    },
    POSTGRES_CRASH("kill -9 of PostgreSQL, again and again", 1, 2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options).crashes(options.number("kills", 20), Schedule.DATABASE, gap(options, 12));
        }
    },
    ROLLING_RESTART("each process in turn is asked to end and starts again, --kills rounds", 2, 2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            // A system at work is rolled, not one to which everybody comes at once.
            Schedule schedule = calm(options).calm(Duration.ofSeconds(50));
            for (int round = 0; round < options.number("kills", 3); round++) {
                schedule.rolling(house.serviceProcesses(), gap(options, 5));
            }
            return schedule;
        }
    },
    UPGRADE(
            "from the release of --from REVISION to today's and back, process by process; the older one stays on the newer schema",
            2,
            2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options)
                    .calm(Duration.ofSeconds(50))
                    .upgradeAndBack(inOrder(options, house), gap(options, 5), Duration.ofSeconds(30));
        }

        @Override
        Installation installation(Options options, Path repository, Path directory)
                throws IOException, InterruptedException {
            return Installation.older(repository, options.text("from"), directory.resolve("installed"));
        }
    },
    NETWORK("connections to PostgreSQL, Kafka, partners and the SMS centre crawl, swallow and break", 1, 2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options).wires(Duration.ofSeconds(options.number("outage", 25)), gap(options, 20));
        }

        @Override
        Map<String, String> settings(House house) {
            return Settings.behindWires(house);
        }
    },
    DISK_FULL("no byte more fits on the disk of PostgreSQL, then of Kafka, --kills times each; needs root", 1, 1_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return disks(options, Mishap.Kind.DISK_FULL);
        }

        @Override
        void furnish(House house) {
            onSmallDisks(house);
        }
    },
    DISK_READ_ONLY(
            "PostgreSQL, then Kafka, is killed and finds its disk read-only, --kills times each; needs root",
            1,
            1_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return disks(options, Mishap.Kind.DISK_READ_ONLY);
        }

        @Override
        void furnish(House house) {
            onSmallDisks(house);
        }
    },
    CLOCKS("the clock of one service after the other is 50 s ahead, 50 s behind, and jumps by an hour", 1, 2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options)
                    .clocks(
                            house.serviceProcesses(),
                            Duration.ofSeconds(options.number("outage", 20)),
                            gap(options, 10));
        }

        @Override
        Map<String, String> settings(House house) {
            return Settings.withClocks(house);
        }

        @Override
        void furnish(House house) throws IOException {
            for (String service : house.serviceProcesses()) {
                house.clocks().set(service, Duration.ZERO);
            }
        }
    },
    CRASH_POINTS("each service ends itself once at every point between an effect and what follows it", 1, 3_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options).calm(gap(options, 300));
        }
    },
    REPLAY("everything is read again twice, then sent again in other orders: F-25, F-26, F-33", 1, 2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options);
        }
    },
    POISON("records (--records) that nobody can work on, between the good ones: F-28", 1, 2_000) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options);
        }
    },
    SOAK("nothing, for --minutes, at a steady --rate; what grows is named", 1, 0) {
        @Override
        Schedule schedule(Options options, House house) {
            return calm(options);
        }

        @Override
        Duration atLeast(Options options) {
            return Duration.ofMinutes(options.number("minutes", 60));
        }

        @Override
        int rate() {
            return 6;
        }

        // As in production, also for what the optimizing compiler takes.
        @Override
        void start(House house, Map<String, String> settings) throws IOException, InterruptedException {
            house.upToSpeed(settings);
        }
    };

    /** Services started once are not worth minutes of preparation; with an agent, an archive made without it is of no use. */
    private static final Set<Scenario> START_SELDOM =
            EnumSet.of(SHORT, UPGRADE, NETWORK, DISK_FULL, DISK_READ_ONLY, CLOCKS, CRASH_POINTS, REPLAY, POISON);

    private static final int DATABASE_DISK_MB = 1_200;
    private static final int BROKER_DISK_MB = 600;

    private final String what;
    private final int replicas;
    private final int effects;

    Scenario(String what, int replicas, int effects) {
        this.what = what;
        this.replicas = replicas;
        this.effects = effects;
    }

    abstract Schedule schedule(Options options, House house);

    /** What processes of the house are told, {@code process.property} by value. */
    Map<String, String> settings(House house) {
        return Settings.of(house);
    }

    /** What a run starts. */
    Installation installation(Options options, Path repository, Path directory)
            throws IOException, InterruptedException {
        return Installation.of(repository);
    }

    /** Whatever processes need before they start. */
    void furnish(House house) throws IOException {}

    void start(House house, Map<String, String> settings) throws IOException, InterruptedException {
        house.up(settings, !START_SELDOM.contains(this));
    }

    /** The load goes on for so long, whatever has been done by then. */
    Duration atLeast(Options options) {
        return Duration.ZERO;
    }

    /** Steps per second, unless somebody says otherwise. */
    int rate() {
        return 14;
    }

    /** Consumers of events before those who make them, unless somebody says otherwise. */
    private static List<String> inOrder(Options options, House house) {
        return options.only(Databases.SERVICES.reversed()).stream()
                .flatMap(service -> house.serviceProcesses().stream()
                        .filter(process -> House.service(process).equals(service)))
                .toList();
    }

    private static Schedule calm(Options options) {
        return new Schedule(options.number("seed", 1), Duration.ofSeconds(10));
    }

    private static Schedule disks(Options options, Mishap.Kind kind) {
        Duration length = Duration.ofSeconds(options.number("outage", 30));
        return calm(options).disks(kind, options.number("kills", 2), length, gap(options, 40));
    }

    private static void onSmallDisks(House house) {
        house.onSmallDisk(Schedule.DATABASE, DATABASE_DISK_MB);
        house.onSmallDisk(Schedule.BROKER, BROKER_DISK_MB);
    }

    private static Duration gap(Options options, double otherwise) {
        return Duration.ofMillis((long) (options.decimal("gap", otherwise) * 1_000));
    }

    /** As it is typed: {@code broker-outage}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String what() {
        return what;
    }

    int replicas() {
        return replicas;
    }

    int effects() {
        return effects;
    }

    public static Scenario of(String title) {
        return List.of(values()).stream()
                .filter(scenario -> scenario.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such run: " + title));
    }
}

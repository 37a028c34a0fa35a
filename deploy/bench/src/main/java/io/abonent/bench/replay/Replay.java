package io.abonent.bench.replay;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.fault.Recovery;
import io.abonent.bench.house.House;
import io.abonent.bench.run.Besides;
import io.abonent.bench.witness.Crowd;
import io.abonent.bench.witness.Member;
import io.abonent.bench.world.Databases;
import io.abonent.bench.world.Planted;
import io.abonent.bench.world.Snapshot;
import io.abonent.bench.world.Stock;
import io.abonent.bench.world.Topics;
import io.abonent.bench.world.WorldReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the crowd has gone and all was checked: every group reads everything again, twice; then every record is sent again
 * in other orders. After each pass all rows and all journals have to be what they were.
 */
public final class Replay implements Besides {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MEMBERS = 12;
    private static final String LAG = "read again to lag 0";
    private static final String DISORDER_LAG = "sent again in another order to lag 0";

    /**
     * Services whose consumers claim to need no inbox for what is known already: the version decides. Notices rest on it,
     * and forget nothing as long as a topic keeps records.
     */
    private static final List<String> GUARDED_BY_VERSION = List.of("consent", "account", "billing");

    /**
     * What services know of others. Not billing's links: a link that is new there makes it ask the supplier, which is
     * right and no repetition.
     */
    private static final Map<String, List<String>> REPLICAS = Map.of(
            "consent", List.of("known_user"),
            "account", List.of("consent_standing", "consent_document_version"),
            "billing", List.of("consent_state", "consent_document", "supplier"),
            "notification", List.of("contact", "supplier", "account_link", "advertising_consent", "reader_language"));

    private final long seed;
    private final Map<String, Integer> done = new TreeMap<>();
    private final List<Recovery> recoveries = new ArrayList<>();
    private @Nullable House house;

    public Replay(long seed) {
        this.seed = seed;
    }

    @Override
    public void houseIsUp(House started, Path directory) {
        this.house = started;
    }

    @Override
    public Map<String, Integer> done() {
        return done;
    }

    @Override
    public List<Recovery> recoveries() {
        return recoveries;
    }

    @Override
    public List<Finding> afterwards(Crowd crowd) throws IOException, InterruptedException, SQLException {
        House started = Objects.requireNonNull(house);
        return new Passes(started).all(crowd.members(MEMBERS));
    }

    private interface Pass {

        /** @return how many records it puts into topics itself */
        long begin() throws IOException, InterruptedException, SQLException;
    }

    /** One after the other in one house. */
    private final class Passes {

        private final House house;
        private final Topics topics;
        private final Stock stock;
        private final Groups groups;
        private final Disorder disorder;
        private final List<Finding> findings = new ArrayList<>();

        private Passes(House house) {
            String broker = "localhost:" + house.brokerPort();
            this.house = house;
            this.topics = new Topics(broker);
            this.stock = new Stock(house.databasePort(), house.simulators());
            this.groups = new Groups(broker);
            this.disorder = new Disorder(broker);
        }

        List<Finding> all(List<Member> members) throws IOException, InterruptedException, SQLException {
            changeMinds(members);
            Snapshot before = stock.atRest();
            before.hashes().forEach(line -> log.info("  {}", line));
            List<ConsumerRecord<byte[], byte[]>> records = topics.records();
            pass("read again", LAG, before, this::readAgain);
            pass("read a second time", LAG, before, this::readAgain);
            pass("in another order", DISORDER_LAG, before, () -> sendAgain(records, 1));
            pass("in another order without the inbox", DISORDER_LAG, before, () -> {
                for (String service : GUARDED_BY_VERSION) {
                    stock.forget(service, "inbox");
                }
                return sendAgain(records, 2);
            });
            pass("in another order to empty replicas", DISORDER_LAG, before, () -> {
                forgetReplicas();
                return sendAgain(records, 3);
            });
            return findings;
        }

        /** The last is a link made after a withdrawal, which no repeated withdrawal may end. */
        private void changeMinds(List<Member> members) throws IOException, InterruptedException, SQLException {
            SecondThoughts thoughts = new SecondThoughts(house, seed);
            List<Member> half = members.subList(0, members.size() / 2);
            SecondThoughts.each(members, thoughts::rename);
            SecondThoughts.each(members.subList(half.size(), members.size()), thoughts::unlink);
            SecondThoughts.each(half, thoughts::withdraw);
            settle();
            SecondThoughts.each(half, thoughts::signAgain);
            settle();
            SecondThoughts.each(half, thoughts::linkAnew);
            settle();
            done.put("SECOND_THOUGHTS members", members.size());
        }

        private void settle() throws InterruptedException, SQLException {
            WorldReader reader =
                    new WorldReader(new Databases(house.databasePort()), topics, house.simulators(), Planted::nothing);
            reader.awaitSettled(PATIENCE).forEach(what -> findings.add(new Finding(Fault.LEFT_OVER, what)));
        }

        private long readAgain() throws IOException, InterruptedException {
            house.withoutServices(() -> count("READ_AGAIN records", groups.backToTheBeginning()));
            return 0;
        }

        private long sendAgain(List<ConsumerRecord<byte[], byte[]>> records, int time) throws InterruptedException {
            disorder.send(Disorder.of(records, seed * 31 + time));
            count("SENT_AGAIN records", records.size());
            return records.size();
        }

        private void count(String what, long records) {
            done.merge(what, Math.toIntExact(records), Integer::sum);
        }

        private void forgetReplicas() throws SQLException {
            for (Map.Entry<String, List<String>> service : REPLICAS.entrySet()) {
                for (String table : service.getValue()) {
                    stock.forget(service.getKey(), table);
                }
            }
        }

        private void pass(String name, String measured, Snapshot before, Pass pass)
                throws IOException, InterruptedException, SQLException {
            log.info("pass: {}", name);
            Instant began = Instant.now();
            long records = written();
            records += pass.begin();
            long start = System.nanoTime();
            settle();
            recoveries.add(new Recovery(measured, "all", (System.nanoTime() - start) / 1e9));
            before.changesUntil(stock.atRest())
                    .forEach(change -> findings.add(new Finding(Fault.CHANGED, name + ": " + change)));
            stock.calls(began)
                    .forEach((partner, times) -> findings.add(new Finding(
                            Fault.DOUBLED, name + ": " + partner + " was called " + times + " times, it had no need")));
            long more = written() - records;
            if (more != 0) {
                findings.add(new Finding(Fault.DOUBLED, name + ": " + more + " events were published because of it"));
            }
            log.info("  {} findings", findings.size());
        }

        private long written() throws InterruptedException {
            return topics.ends().values().stream().mapToLong(Long::longValue).sum();
        }
    }
}

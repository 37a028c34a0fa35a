package io.abonent.bench.world;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Looks everywhere at once; meant for a house at rest. */
public final class WorldReader {

    private static final long LOOK_MS = 500;

    private final Databases databases;
    private final Topics topics;
    private final Partners partners;
    private final Supplier<Planted> planted;

    /** @param planted what the run itself has put into topics until now */
    public WorldReader(Databases databases, Topics topics, String simulators, Supplier<Planted> planted) {
        this.databases = databases;
        this.topics = topics;
        this.partners = new Partners(simulators);
        this.planted = planted;
    }

    public World read() throws SQLException, IOException, InterruptedException {
        Map<String, String> payments = databases.paymentsByPart();
        Money money = new Money(
                partners.taken(),
                databases.journal("PAID"),
                databases.journal("POSTED"),
                partners.credited(payments),
                partners.receipts(payments),
                databases.imbalances());
        return new World(
                databases.effects(),
                topics.events(planted.get().records()),
                databases.facts(),
                money,
                new Readings(databases.acceptedReadings(), partners.readingsTaken()),
                databases.notices(),
                partners.messages(),
                unfinished(),
                topics.deadLetters(),
                planted.get().owed());
    }

    /** What is to be awaited before anybody judges. */
    private List<String> leftovers() throws SQLException, InterruptedException {
        List<String> leftovers = unfinished();
        leftovers.addAll(
                DeadLetter.differences(topics.deadLetters(), planted.get().owed()));
        return leftovers;
    }

    /** @return what is left when nothing is to be awaited any more, or after this time */
    public List<String> awaitSettled(Duration patience) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        List<String> left = leftovers();
        while (!left.isEmpty() && System.nanoTime() - start < patience.toNanos()) {
            Thread.sleep(LOOK_MS);
            left = leftovers();
        }
        return left;
    }

    private List<String> unfinished() throws SQLException, InterruptedException {
        List<String> unfinished = new ArrayList<>(databases.unfinished());
        unfinished.addAll(topics.leftovers());
        return unfinished;
    }
}

package io.abonent.bench.world;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks everywhere at once; meant for a house at rest. */
public final class WorldReader {

    private final Databases databases;
    private final Topics topics;
    private final Partners partners;

    public WorldReader(Databases databases, Topics topics, String simulators) {
        this.databases = databases;
        this.topics = topics;
        this.partners = new Partners(simulators);
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
                topics.events(),
                databases.facts(),
                money,
                new Readings(databases.acceptedReadings(), partners.readingsTaken()),
                databases.notices(),
                partners.messages(),
                leftovers());
    }

    public List<String> leftovers() throws SQLException, InterruptedException {
        List<String> leftovers = new ArrayList<>(databases.unfinished());
        leftovers.addAll(topics.leftovers());
        return leftovers;
    }
}

package io.abonent.bench.poison;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.house.House;
import io.abonent.bench.speed.Http;
import io.abonent.bench.world.DeadLetter;
import io.abonent.bench.world.Snapshot;
import io.abonent.bench.world.Stock;
import io.abonent.bench.world.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators do with dead letters; nobody has mended anything, so each is to fail again and to change nothing. */
final class Redrive {

    private static final Logger log = LoggerFactory.getLogger(Redrive.class);

    private final House house;
    private final Topics topics;
    private final Stock stock;
    private final Http http = new Http();

    Redrive(House house) {
        this.house = house;
        this.topics = new Topics("localhost:" + house.brokerPort());
        this.stock = new Stock(house.databasePort(), house.simulators());
    }

    List<Finding> of(List<DeadLetter> owed) throws IOException, InterruptedException, SQLException {
        Map<String, Long> byService =
                owed.stream().collect(Collectors.groupingBy(DeadLetter::service, TreeMap::new, Collectors.counting()));
        List<Finding> findings = new ArrayList<>();
        Snapshot before = stock.atRest();
        for (Map.Entry<String, Long> service : byService.entrySet()) {
            redrive(service.getKey(), service.getValue())
                    .forEach(what -> findings.add(new Finding(Fault.CONTRADICTED, service.getKey() + ": " + what)));
        }
        before.changesUntil(stock.atRest())
                .forEach(change -> findings.add(new Finding(Fault.CHANGED, "redriven: " + change)));
        DeadLetter.differences(topics.deadLetters(), owed)
                .forEach(what -> findings.add(new Finding(Fault.LEFT_OVER, "redriven: " + what)));
        return findings;
    }

    private List<String> redrive(String service, long owed) throws IOException, InterruptedException {
        String address = house.management(service) + "/actuator/deadletters";
        List<String> wrong = new ArrayList<>(listed(address, owed));
        JsonNode result =
                read(Http.expect(200, http.json("POST", address, "{}")).body());
        log.info("{}: {} redriven", service, result);
        if (result.path("failed").asLong() != owed
                || result.path("redriven").asLong()
                                + result.path("redrivenBefore").asLong()
                        != 0) {
            wrong.add("of " + owed + " dead letters that nobody has mended, the redrive says " + result);
        }
        wrong.addAll(listed(address, owed));
        return wrong;
    }

    /** Those that wait, each with a cause, and their values not shown. */
    private List<String> listed(String address, long owed) throws IOException, InterruptedException {
        JsonNode items = read(Http.expect(200, http.get(address)).body()).path("items");
        List<String> wrong = new ArrayList<>();
        if (items.size() != owed) {
            wrong.add(items.size() + " dead letters are listed, there are " + owed);
        }
        for (JsonNode item : items) {
            if (item.path("redriven").asBoolean()
                    || item.path("cause").asString("").isBlank()
                    || item.path("causeMessage").asString("").isBlank()) {
                wrong.add("listed as " + item);
            }
        }
        return wrong;
    }

    private static JsonNode read(String body) {
        return JsonMapper.shared().readTree(body);
    }
}

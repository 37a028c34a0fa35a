package io.abonent.bench.poison;

import io.abonent.bench.checker.Finding;
import io.abonent.bench.checker.Finding.Fault;
import io.abonent.bench.house.House;
import io.abonent.bench.speed.Http;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ended sessions are read without a group and without dead letters. Whether processes still hear of them after the poison
 * is seen by ending one: its token has to be refused everywhere, long before it expires.
 */
final class SessionNews {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final long LOOK_MS = 100;
    private static final Map<String, String> DOORS = Map.of(
            "consent", "/api/v1/consents",
            "account", "/api/v1/account-links",
            "billing", "/api/v1/payments",
            "notification", "/api/v1/tickets");

    private final Http http = new Http();
    private final House house;

    SessionNews(House house) {
        this.house = house;
    }

    List<Finding> of(Member member) throws IOException, InterruptedException {
        String[] bearer = {"Authorization", "Bearer " + member.accessToken()};
        for (String service : DOORS.keySet()) {
            Http.expect(200, http.get(door(service), bearer));
        }
        String end = house.addresses("identity").getFirst() + "/api/v1/sessions/sign-out-everywhere";
        Http.expect(204, http.json("POST", end, "", bearer));
        long deadline = System.nanoTime() + SOON.toNanos();
        List<Finding> findings = new ArrayList<>();
        for (String service : DOORS.keySet()) {
            while (http.get(door(service), bearer).statusCode() != 401) {
                if (System.nanoTime() > deadline) {
                    findings.add(new Finding(Fault.LATE, service + " has not heard of an ended session"));
                    break;
                }
                Thread.sleep(LOOK_MS);
            }
        }
        return findings;
    }

    private String door(String service) {
        return house.addresses(service).getFirst() + DOORS.get(service);
    }
}

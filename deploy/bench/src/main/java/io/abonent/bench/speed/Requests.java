package io.abonent.bench.speed;

import io.abonent.bench.house.House;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.databind.json.JsonMapper;

/** Reads and refreshes beside the least that a request through the same filters costs. */
final class Requests {

    private static final double BALANCE_AIM = 0.50;
    private static final double REFRESH_AIM = 0.07;

    private final Http http = new Http();
    private final House house;
    private final List<Member> members;
    private final Sides sides;

    Requests(House house, List<Member> members, Sides sides) {
        this.house = house;
        this.members = members;
        this.sides = sides;
    }

    /** The limit is an address that does not exist: token checked, problem written, nothing done. */
    Line balance() throws IOException, InterruptedException {
        String billing = house.addresses("billing").getFirst();
        Sides.Medians medians = sides.compare(
                worker -> Http.expect(
                        200,
                        http.get(
                                billing + "/api/v1/supply-accounts/"
                                        + member(worker).supplyAccounts().getFirst() + "/balance",
                                bearer(worker))),
                worker -> Http.expect(404, http.get(billing + "/api/v1/nothing", bearer(worker))));
        return Line.ratio(
                "G11",
                "balance read / an empty answer behind the same filters",
                medians.measured(),
                medians.limit(),
                "/s",
                BALANCE_AIM);
    }

    /** Each worker turns the tokens of its own session; the limit is a constant document of the same service. */
    Line refresh() throws IOException, InterruptedException {
        String identity = house.addresses("identity").getFirst();
        AtomicReferenceArray<String> tokens = new AtomicReferenceArray<>(
                members.stream().map(Member::refreshToken).toArray(String[]::new));
        JsonMapper json = JsonMapper.shared();
        Sides.Medians medians = sides.compare(
                worker -> {
                    String answer = Http.expect(
                                    200,
                                    http.form(
                                            identity + "/oauth2/token",
                                            Map.of(
                                                    "grant_type",
                                                    "refresh_token",
                                                    "client_id",
                                                    "local-demo",
                                                    "refresh_token",
                                                    tokens.get(worker))))
                            .body();
                    tokens.set(
                            worker, json.readTree(answer).path("refresh_token").asString());
                },
                worker -> Http.expect(200, http.get(identity + "/oauth2/jwks")));
        return Line.ratio(
                "G9",
                "refresh of a session / a constant document of the same service",
                medians.measured(),
                medians.limit(),
                "/s",
                REFRESH_AIM);
    }

    private Member member(int worker) {
        return members.get(worker);
    }

    private String[] bearer(int worker) {
        return new String[] {"Authorization", "Bearer " + member(worker).accessToken()};
    }
}

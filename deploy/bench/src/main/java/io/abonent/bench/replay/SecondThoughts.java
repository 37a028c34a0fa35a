package io.abonent.bench.replay;

import io.abonent.bench.house.House;
import io.abonent.bench.speed.Http;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Members change what they said: names, links, consents. Without them hardly any aggregate would have more than one
 * version, and no order of its events could be wrong.
 */
final class SecondThoughts {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Http http = new Http();
    private final House house;
    private final SplittableRandom random;

    SecondThoughts(House house, long seed) {
        this.house = house;
        this.random = new SplittableRandom(seed);
    }

    /** Something that a member does. */
    interface Thought {
        void of(Member member) throws IOException, InterruptedException;
    }

    static void each(List<Member> members, Thought thought) throws IOException, InterruptedException {
        for (Member member : members) {
            thought.of(member);
        }
    }

    void rename(Member member) throws IOException, InterruptedException {
        for (int time = 1; time <= 2; time++) {
            String body = "{\"displayName\":\"Имя %d\"}".formatted(time);
            Http.expect(200, http.json("PATCH", at("identity") + "/api/v1/me", body, bearer(member)));
        }
    }

    void unlink(Member member) throws IOException, InterruptedException {
        String links = at("account") + "/api/v1/account-links";
        for (JsonNode link : read(links, member).path("items")) {
            if (link.path("status").asString().equals("ACTIVE")) {
                String id = link.path("linkId").asString();
                Http.expect(204, http.json("DELETE", links + "/" + id, "", bearer(member)));
            }
        }
    }

    /** Ends all links of the person. */
    void withdraw(Member member) throws IOException, InterruptedException {
        String id = personalData(member).path("consentId").asString();
        Http.expect(
                200, http.json("POST", at("consent") + "/api/v1/consents/" + id + "/withdrawal", "{}", bearer(member)));
    }

    void signAgain(Member member) throws IOException, InterruptedException {
        JsonNode item = personalData(member);
        String document = item.path("documentId").asString();
        int version = item.path("version").asInt();
        JsonNode text = read(at("consent") + "/api/v1/consent-documents/" + document + "/versions/" + version, member);
        String body = "{\"documentId\":\"%s\",\"version\":%d,\"sha256\":\"%s\"}"
                .formatted(document, version, text.path("sha256").asString());
        Http.expect(201, http.json("POST", at("consent") + "/api/v1/consents", body, withKey(member)));
    }

    /** A link that no withdrawal before it may end. */
    void linkAnew(Member member) throws IOException, InterruptedException {
        String number = String.format(Locale.ROOT, "3%07d", random.nextInt(10_000_000));
        String body = "{\"supplierId\":\"%s\",\"accountNumber\":\"%s\"}".formatted(House.SUPPLIER, number);
        Http.expect(201, http.json("POST", at("account") + "/api/v1/account-links", body, withKey(member)));
    }

    private JsonNode personalData(Member member) throws IOException, InterruptedException {
        for (JsonNode item : read(at("consent") + "/api/v1/consents", member).path("items")) {
            if (item.path("purpose").asString().equals("PERSONAL_DATA")) {
                return item;
            }
        }
        throw new IOException(member.phone() + " is asked for no consent");
    }

    private JsonNode read(String address, Member member) throws IOException, InterruptedException {
        return JSON.readTree(Http.expect(200, http.get(address, bearer(member))).body());
    }

    private String at(String service) {
        return house.addresses(service).getFirst();
    }

    private static String[] bearer(Member member) {
        return new String[] {"Authorization", "Bearer " + member.accessToken()};
    }

    private String[] withKey(Member member) {
        String key = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
        return new String[] {"Authorization", "Bearer " + member.accessToken(), "Idempotency-Key", key};
    }
}

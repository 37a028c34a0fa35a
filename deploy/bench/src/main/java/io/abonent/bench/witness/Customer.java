package io.abonent.bench.witness;

import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.witness.Client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A random person, one step at a time; never waits for what others have to do first. */
final class Customer {

    private static final String PASSWORD = "sneg8na4";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");

    private enum Stage {
        STRANGER,
        REGISTERED,
        CONFIRMED,
        SIGNED,
        LINKED
    }

    private final Plan plan;
    private final Client client;
    private final Notebook notebook;
    private final SignIn signIn;
    private final Cabinet cabinet;
    private final String phone;

    private Stage stage = Stage.STRANGER;
    private String registration = "";
    private final Set<String> triedCodes = new TreeSet<>();
    private int steps;

    Customer(Plan plan, Client client, Notebook notebook, Decisions decisions) {
        this.plan = plan;
        this.client = client;
        this.notebook = notebook;
        this.phone = plan.phone();
        this.signIn = new SignIn(client, notebook, phone, PASSWORD);
        this.cabinet = new Cabinet(plan, phone, notebook, decisions, this::send);
    }

    String phone() {
        return phone;
    }

    boolean isInside() {
        return stage == Stage.LINKED;
    }

    int steps() {
        return steps;
    }

    /** @return whether anything could be done */
    boolean step() throws InterruptedException {
        steps++;
        return switch (stage) {
            case STRANGER -> register();
            case REGISTERED -> confirm();
            case CONFIRMED -> sign();
            case SIGNED -> cabinet.link() && moveTo(Stage.LINKED);
            case LINKED -> inside();
        };
    }

    private boolean inside() throws InterruptedException {
        Plan.Step next = plan.nextStep();
        return next == Plan.Step.SIGN_IN ? signIn.again(verifier()) : cabinet.step(next);
    }

    private boolean moveTo(Stage next) {
        stage = next;
        return true;
    }

    private boolean register() throws InterruptedException {
        Request request =
                Request.post("identity", "/api/v1/registrations", Map.of("login", phone, "password", PASSWORD));
        Notebook.Result result = notebook.perform(
                phone, Kind.REGISTER, phone, request, this::sendOpenly, Readers.named("registrationId"));
        registration = result.answer().text("registrationId");
        return result.verdict() == Verdict.OK && moveTo(Stage.REGISTERED);
    }

    /** Tries the newest code that has come; sometimes a wrong one first, which must have no effect. */
    private boolean confirm() throws InterruptedException {
        List<String> codes = codes();
        if (codes.isEmpty()) {
            return false;
        }
        if (triedCodes.isEmpty() && plan.sometimes(0.1)) {
            String wrong = codes.contains("000000") ? "000001" : "000000";
            triedCodes.add(wrong);
            confirmWith(wrong, phone + "/wrong code");
        }
        for (String code : codes) {
            if (triedCodes.add(code) && confirmWith(code, phone)) {
                return moveTo(Stage.CONFIRMED);
            }
        }
        return false;
    }

    private boolean confirmWith(String code, String subject) throws InterruptedException {
        Request request = Request.post(
                "identity", "/api/v1/registrations/" + registration + "/confirmation", Map.of("code", code));
        return notebook.perform(phone, Kind.CONFIRM, subject, request, this::sendOpenly, Readers::confirmed)
                        .verdict()
                == Verdict.OK;
    }

    private List<String> codes() throws InterruptedException {
        Answer messages = client.simulators(Request.get("", "/messages?to=" + Client.encode(phone)));
        List<String> codes = new ArrayList<>();
        for (JsonNode message : messages.body()) {
            Matcher code = CODE.matcher(message.path("text").asString(""));
            if (code.find()) {
                codes.add(code.group(1));
            }
        }
        return codes;
    }

    private boolean sign() throws InterruptedException {
        Answer consents = send(Request.get("consent", "/api/v1/consents"));
        for (JsonNode item : consents.body().path("items")) {
            if (item.path("purpose").asString().equals("PERSONAL_DATA")) {
                return sign(
                        item.path("documentId").asString(), item.path("version").asInt());
            }
        }
        return false;
    }

    private boolean sign(String document, int version) throws InterruptedException {
        Answer text = send(Request.get("consent", "/api/v1/consent-documents/" + document + "/versions/" + version));
        if (!text.ok()) {
            return false;
        }
        Request request = Request.post(
                        "consent",
                        "/api/v1/consents",
                        Map.of("documentId", document, "version", version, "sha256", text.text("sha256")))
                .with(plan.key());
        Notebook.Result result =
                notebook.perform(phone, Kind.SIGN_CONSENT, phone, request, this::send, Readers.named("evidenceId"));
        return result.verdict() == Verdict.OK && moveTo(Stage.SIGNED);
    }

    /** Signs in anew; empty if there is nothing to see yet or the house does not let them in. */
    Optional<Member> member() throws InterruptedException {
        if (stage != Stage.LINKED || !signIn.again(verifier())) {
            return Optional.empty();
        }
        return Optional.of(
                new Member(phone, PASSWORD, signIn.token(verifier()), signIn.refreshToken(), cabinet.accounts()));
    }

    /** What the house shows this person in the end. */
    List<Shown> look() throws InterruptedException {
        return stage.compareTo(Stage.SIGNED) < 0 ? List.of() : cabinet.look();
    }

    private Answer sendOpenly(Request request) throws InterruptedException {
        return client.send(request, null);
    }

    private Answer send(Request request) throws InterruptedException {
        Answer answer = client.send(request, signIn.token(verifier()));
        if (answer.status() == 401) {
            signIn.forget();
        }
        return answer;
    }

    private String verifier() {
        return plan.key() + plan.key();
    }
}

package io.abonent.bench.witness;

import io.abonent.bench.history.Kind;
import io.abonent.bench.history.Verdict;
import io.abonent.bench.house.House;
import io.abonent.bench.witness.Client.Request;
import io.abonent.bench.witness.Notebook.Result;
import io.abonent.bench.witness.Notebook.Sender;
import io.abonent.bench.world.Databases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a person does once the cabinet is open: link, pay, read meters, ask; now and then wrongly. */
final class Cabinet {

    private static final int PAGES_MAX = 50;

    private final Plan plan;
    private final String phone;
    private final Notebook notebook;
    private final Decisions decisions;
    private final Sender sender;
    private final List<String> accounts = new ArrayList<>();
    private final Map<String, Long> readings = new LinkedHashMap<>();
    private String usedQuote = "";
    private int tickets;

    Cabinet(Plan plan, String phone, Notebook notebook, Decisions decisions, Sender sender) {
        this.plan = plan;
        this.phone = phone;
        this.notebook = notebook;
        this.decisions = decisions;
        this.sender = sender;
    }

    List<String> accounts() {
        return List.copyOf(accounts);
    }

    boolean step(Plan.Step step) throws InterruptedException {
        return switch (step) {
            case LINK -> link();
            case PAY -> pay();
            case READ -> read();
            case ASK -> ask("PAYMENT");
            case ASK_WRONGLY -> ask("NO_SUCH_CATEGORY");
            case LINK_WRONGLY -> linkUnknown();
            case PAY_WRONGLY -> !usedQuote.isEmpty() && pay(usedQuote).verdict() == Verdict.REFUSED;
            case SIGN_IN -> throw new IllegalArgumentException("not done in the cabinet");
        };
    }

    boolean link() throws InterruptedException {
        Result result = link(plan.nextAccount());
        String account = result.answer().text("supplyAccountId");
        if (result.verdict() == Verdict.OK && !account.isEmpty()) {
            accounts.add(account);
        }
        return !accounts.isEmpty();
    }

    /** Refused at once, or taken in while the supplier is away and refused later. */
    private boolean linkUnknown() throws InterruptedException {
        String number = Databases.UNKNOWN_TO_SUPPLIERS + plan.nextAccount().substring(2);
        return link(number).verdict() != Verdict.UNKNOWN;
    }

    private Result link(String number) throws InterruptedException {
        Request request = Request.post(
                "account", "/api/v1/account-links", Map.of("supplierId", House.SUPPLIER, "accountNumber", number));
        return perform(Kind.LINK, phone + "/" + number, request, Readers.named("linkId"));
    }

    private boolean pay() throws InterruptedException {
        long amount = plan.nextAmountMinor();
        Map<String, Object> part = Map.of("supplyAccountId", anyAccount(), "mode", "CUSTOM", "amountMinor", amount);
        Request request = Request.post("billing", "/api/v1/payment-quotes", Map.of("parts", List.of(part)));
        Result quote = perform(Kind.QUOTE, phone + "/" + amount, request, Readers.namedOnceKnown("quoteId"));
        if (quote.verdict() != Verdict.OK) {
            return false;
        }
        usedQuote = quote.answer().text("quoteId");
        Result payment = pay(usedQuote);
        if (payment.verdict() == Verdict.OK) {
            decisions.decide(payment.answer().text("paymentId"), plan.decision());
        }
        return payment.verdict() == Verdict.OK;
    }

    private Result pay(String quote) throws InterruptedException {
        Request request = Request.post(
                "billing",
                "/api/v1/payments",
                Map.of("quoteId", quote, "method", "CARD", "returnUrl", "http://localhost:8080/payments"));
        return perform(Kind.PAY, quote, request, Readers.named("paymentId"));
    }

    private boolean read() throws InterruptedException {
        String account = anyAccount();
        Answer meters = sender.send(Request.get("billing", "/api/v1/supply-accounts/" + account + "/meters"));
        JsonNode meter = meters.body().at("/items/0");
        String meterId = meter.path("meterId").asString("");
        if (meterId.isEmpty()) {
            return false;
        }
        long before = readings.getOrDefault(meterId, 10_000L);
        long value = before + 1 + plan.upTo(20);
        readings.put(meterId, value);
        Map<String, Object> reading = Map.of(
                "meterId",
                meterId,
                "registers",
                List.of(Map.of("code", "T1", "value", Long.toString(value))),
                "highConfirmed",
                true);
        Request request = Request.post("billing", "/api/v1/meter-readings", Map.of("readings", List.of(reading)));
        return perform(Kind.SUBMIT_READING, meterId + "/" + value, request, Readers::reading)
                        .verdict()
                != Verdict.UNKNOWN;
    }

    private boolean ask(String category) throws InterruptedException {
        String text = "Вопрос " + ++tickets + " от " + phone;
        Request request = Request.post("notification", "/api/v1/tickets", Map.of("category", category, "text", text));
        return perform(Kind.OPEN_TICKET, text, request, Readers.named("ticketId"))
                        .verdict()
                != Verdict.UNKNOWN;
    }

    private Result perform(Kind kind, String subject, Request request, Notebook.Reader reader)
            throws InterruptedException {
        return notebook.perform(phone, kind, subject, request.with(plan.key()), sender, reader);
    }

    private String anyAccount() {
        return accounts.get(plan.upTo(accounts.size()));
    }

    List<Shown> look() throws InterruptedException {
        return List.of(
                new Shown(phone, Kind.LINK, all("account", "/api/v1/account-links", "linkId")),
                new Shown(phone, Kind.PAY, all("billing", "/api/v1/payments", "paymentId")),
                new Shown(phone, Kind.OPEN_TICKET, all("notification", "/api/v1/tickets", "ticketId")));
    }

    private Set<String> all(String service, String path, String field) throws InterruptedException {
        Set<String> ids = new TreeSet<>();
        String cursor = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            Answer answer = sender.send(
                    Request.get(service, cursor.isEmpty() ? path : path + "?cursor=" + Client.encode(cursor)));
            if (!answer.ok()) {
                throw new IllegalStateException(path + " answered " + answer.status() + " " + answer.detail());
            }
            answer.body().path("items").forEach(item -> ids.add(item.path(field).asString()));
            cursor = answer.text("nextCursor");
            if (cursor.isEmpty()) {
                break;
            }
        }
        return ids;
    }
}

package io.abonent.identity;

import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.identity.Http.Answer;
import io.abonent.platform.testkit.TestEvents;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People who walk through the first steps, each with a number of their own. */
public final class Customers {

    public static final String PASSWORD = "Zima2027";
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000);

    private final Http http;
    private final TestEvents events;

    Customers(Http http, TestEvents events) {
        this.http = http;
        this.events = events;
    }

    public Http http() {
        return http;
    }

    public static String newPhone() {
        return "+7901" + NUMBERS.incrementAndGet();
    }

    public static String newMailbox() {
        return "user" + NUMBERS.incrementAndGet() + "@example.ru";
    }

    /** What was sent for a registration, the message with this number. */
    public Letter letter(String registrationId, int issue) {
        return Letter.open(message(registrationId, issue));
    }

    public VerificationRequested message(String registrationId, int issue) {
        return events.awaitPublished(
                VerificationRequested.class,
                event -> event.verificationId().toString().equals(registrationId) && event.issue() == issue);
    }

    public UUID registered(String login) {
        return registered(login, PASSWORD);
    }

    public UUID registered(String login, String password) {
        String id = http.register(login, password).text("registrationId");
        Answer confirmed = http.confirm(id, letter(id, 1).code());
        return UUID.fromString(confirmed.text("userId"));
    }

    /** Code for tokens. */
    public Answer signedIn(String login) {
        return http.exchange(http.challenge(login, PASSWORD).text("authorization_code"));
    }

    /** Value of the header with which somebody who has just signed in calls. */
    public String bearer(String login) {
        return "Bearer " + signedIn(login).text("access_token");
    }
}

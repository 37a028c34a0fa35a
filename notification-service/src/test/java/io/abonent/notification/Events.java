package io.abonent.notification;

import io.abonent.contracts.identity.ContactConfirmed;
import io.abonent.contracts.identity.LoginType;
import io.abonent.contracts.identity.VerificationRequested;
import io.abonent.notification.seal.Sealing;
import io.abonent.platform.event.Ids;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Events of today, for people of whom each test has its own. */
public final class Events {

    private Events() {}

    public static String phone() {
        return "+79" + ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L);
    }

    public static String email() {
        return "u" + ThreadLocalRandom.current().nextLong(1_000_000_000L) + "@example.ru";
    }

    public static ContactConfirmed contact(UUID userId, String value) {
        return new ContactConfirmed(
                Ids.next(),
                userId,
                value.contains("@") ? LoginType.EMAIL : LoginType.PHONE,
                value,
                "ru",
                Instant.now(),
                1);
    }

    public static VerificationRequested verification(String target, String code, Instant expiresAt) {
        boolean email = target.contains("@");
        String link = email ? ",\"link\":\"http://localhost:8081/confirm?token=T0ken-" + code + "\"" : "";
        return verification(
                target,
                Sealing.seal("{\"target\":\"" + target + "\",\"code\":\"" + code + "\"" + link + "}"),
                VerificationRequested.Purpose.REGISTER,
                expiresAt);
    }

    public static VerificationRequested verification(
            String target, String sealed, VerificationRequested.Purpose purpose, Instant expiresAt) {
        return new VerificationRequested(
                Ids.next(),
                purpose,
                target.contains("@") ? LoginType.EMAIL : LoginType.PHONE,
                target.contains("@") ? "u***@example.ru" : "+7 *** ***-11-11",
                sealed,
                "ru",
                1,
                Instant.now(),
                expiresAt,
                1);
    }
}

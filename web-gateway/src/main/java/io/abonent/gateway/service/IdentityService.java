package io.abonent.gateway.service;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Registration and the list of sessions; sign-in itself is spoken by the feature {@code session}. */
@HttpExchange("/api/v1")
public interface IdentityService {

    @PostExchange("/registrations")
    Registration register(@RequestBody NewRegistration registration);

    @PostExchange("/registrations/{id}/confirmation")
    Confirmed confirm(@PathVariable UUID id, @RequestBody Code code);

    @PostExchange("/registrations/{id}/resend")
    Registration resend(@PathVariable UUID id);

    @PostExchange("/confirmations")
    Confirmed confirmByLink(@RequestBody LinkToken token);

    @GetExchange("/sessions")
    Sessions sessions();

    @DeleteExchange("/sessions/{id}")
    void endSession(@PathVariable UUID id);

    @PostExchange("/sessions/sign-out-everywhere")
    void signOutEverywhere();

    record NewRegistration(String login, String password) {
        @Override
        public String toString() {
            return "NewRegistration[hidden]";
        }
    }

    record Code(String code) {
        @Override
        public String toString() {
            return "Code[hidden]";
        }
    }

    record LinkToken(String token) {
        @Override
        public String toString() {
            return "LinkToken[hidden]";
        }
    }

    /** @param target masked */
    record Registration(
            UUID registrationId, Channel channel, String target, Instant expiresAt, Instant resendAvailableAt) {}

    enum Channel {
        SMS,
        EMAIL,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record Confirmed(UUID userId) {}

    record Sessions(List<Session> items) {}

    record Session(
            UUID sessionId,
            String clientId,
            String device,
            Instant signedInAt,
            Instant lastSeenAt,
            Instant expiresAt,
            boolean current) {}
}

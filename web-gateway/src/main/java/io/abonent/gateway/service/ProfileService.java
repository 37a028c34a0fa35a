package io.abonent.gateway.service;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.abonent.gateway.service.IdentityService.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The person behind the login, at identity-service: names, contacts, the password and what to do when it is forgotten. */
@HttpExchange("/api/v1")
public interface ProfileService {

    /** With the ETag which {@link #update} wants. */
    @GetExchange("/me")
    ResponseEntity<Me> me();

    @PatchExchange("/me")
    Me update(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String etag,
            @RequestBody Names names);

    @PutExchange("/me/password")
    void changePassword(@RequestBody PasswordChange change);

    @PostExchange("/password-resets")
    Reset requestReset(@RequestBody Login login);

    @PostExchange("/password-resets/{id}/resend")
    Reset resend(@PathVariable UUID id);

    @PostExchange("/password-resets/{id}/completion")
    void complete(@PathVariable UUID id, @RequestBody ByCode completion);

    /** Whether a link is still good. */
    @PostExchange("/password-reset-links")
    OpenedLink open(@RequestBody LinkToken token);

    @PostExchange("/password-reset-completions")
    void complete(@RequestBody ByLink completion);

    record Me(
            UUID userId,
            List<Contact> contacts,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String middleName,
            @Nullable String displayName,
            Instant registeredAt,
            Instant passwordChangedAt) {
        @Override
        public String toString() {
            return "Me[" + userId + "]";
        }
    }

    /** @param display in clear, for its owner */
    record Contact(ContactType type, String masked, String display, Instant confirmedAt) {
        @Override
        public String toString() {
            return "Contact[" + masked + "]";
        }
    }

    enum ContactType {
        PHONE,
        EMAIL,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** An empty text removes the name. */
    record Names(String lastName, String firstName, String middleName, String displayName) {
        @Override
        public String toString() {
            return "Names[hidden]";
        }
    }

    record PasswordChange(String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return "PasswordChange[hidden]";
        }
    }

    record Login(String login) {
        @Override
        public String toString() {
            return "Login[hidden]";
        }
    }

    /** @param target masked */
    record Reset(UUID resetId, Channel channel, String target, Instant expiresAt, Instant resendAvailableAt) {}

    record ByCode(String code, String newPassword) {
        @Override
        public String toString() {
            return "ByCode[hidden]";
        }
    }

    record LinkToken(String token) {
        @Override
        public String toString() {
            return "LinkToken[hidden]";
        }
    }

    /** @param target masked: whose password the link is about */
    record OpenedLink(String target) {}

    record ByLink(String token, String newPassword) {
        @Override
        public String toString() {
            return "ByLink[hidden]";
        }
    }
}

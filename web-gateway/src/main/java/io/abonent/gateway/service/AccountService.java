package io.abonent.gateway.service;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Suppliers, and the accounts a person has linked. */
@HttpExchange("/api/v1")
public interface AccountService {

    @GetExchange("/onboarding")
    Onboarding onboarding();

    @GetExchange("/suppliers")
    SupplierPage suppliers(@RequestParam String query, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/suppliers/{supplierId}")
    Supplier supplier(@PathVariable UUID supplierId);

    /** Help while typing: nobody is asked and nothing counted. */
    @PostExchange("/suppliers/{supplierId}/account-number-checks")
    NumberCheck checkNumber(@PathVariable UUID supplierId, @RequestBody TypedNumber typed);

    /** Changes nothing, but counts as an attempt. */
    @PostExchange("/account-link-previews")
    Preview preview(@RequestBody WantedAccount account);

    /** The answer's status is PENDING_SUPPLIER if the supplier does not answer yet. */
    @PostExchange("/account-links")
    Link link(@RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key, @RequestBody WantedAccount account);

    @GetExchange("/account-links")
    Links links();

    @GetExchange("/account-links/{linkId}")
    Link link(@PathVariable UUID linkId);

    /** With the ETag which {@link #rename} wants. */
    @GetExchange("/account-links/{linkId}")
    ResponseEntity<Link> taggedLink(@PathVariable UUID linkId);

    @PatchExchange("/account-links/{linkId}")
    Link rename(
            @PathVariable UUID linkId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String etag,
            @RequestBody Alias alias);

    @DeleteExchange("/account-links/{linkId}")
    void unlink(@PathVariable UUID linkId);

    @PostExchange("/account-links/{linkId}/extended-access")
    Extended extend(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @PathVariable UUID linkId,
            @RequestBody Proof proof);

    record Onboarding(Step nextStep) {}

    enum Step {
        SIGN_CONSENT,
        LINK_ACCOUNT,
        DONE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** @param next cursor of the next page */
    record SupplierPage(List<Supplier> items, @Nullable String next) {}

    record Supplier(
            UUID supplierId,
            String name,
            String region,
            String accountNumberHint,
            String accountNumberExample,
            List<AccessMethod> accessMethods) {}

    enum AccessMethod {
        PIN,
        METER_SERIAL,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record TypedNumber(String typed) {
        @Override
        public String toString() {
            return "TypedNumber[hidden]";
        }
    }

    /** @param letters there is a letter in it, the commonest mistake */
    record NumberCheck(boolean fits, @Nullable String accountNumberDisplay, boolean letters) {}

    record WantedAccount(
            UUID supplierId, String accountNumber, @Nullable String alias) {

        public WantedAccount(UUID supplierId, String accountNumber) {
            this(supplierId, accountNumber, null);
        }
    }

    /** @param address masked */
    record Preview(
            UUID supplierId, String supplierName, String accountNumber, String accountNumberDisplay, String address) {}

    record Links(List<Link> items) {}

    /**
     * @param supplyAccountId absent until the supplier has confirmed the account, as are address and linkedAt
     * @param accountNumberDisplay as on the bill
     * @param address masked in BASIC, in full in EXTENDED
     */
    record Link(
            UUID linkId,
            @Nullable UUID supplyAccountId,
            UUID supplierId,
            String supplierName,
            String accountNumber,
            String accountNumberDisplay,
            @Nullable String address,
            AccessLevel accessLevel,
            LinkStatus status,
            @Nullable String alias,
            @Nullable Instant linkedAt) {

        public boolean active() {
            return status == LinkStatus.ACTIVE;
        }

        public boolean extended() {
            return accessLevel == AccessLevel.EXTENDED;
        }
    }

    enum AccessLevel {
        @JsonEnumDefaultValue
        BASIC,
        EXTENDED
    }

    enum LinkStatus {
        PENDING_SUPPLIER,
        ACTIVE,
        REJECTED,
        TIMED_OUT,
        UNLINKED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** @param alias absent takes the name away */
    record Alias(@Nullable String alias) {}

    record Proof(AccessMethod method, String secret) {
        @Override
        public String toString() {
            return "Proof[" + method + "]";
        }
    }

    record Extended(UUID linkId, AccessLevel accessLevel) {}
}

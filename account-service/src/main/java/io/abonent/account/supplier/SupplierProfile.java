package io.abonent.account.supplier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A supplier and all its rules: what an operator submits, what is stored, and what {@code SupplierProfileChanged} tells
 * the other services.
 *
 * @param timeZone IANA name
 * @param fullAccessByDefault links start EXTENDED, nothing has to be proven
 * @param supportEmail where the supplier's staff reads tickets, empty if the platform answers
 */
public record SupplierProfile(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 120) String region,
        @NotNull SupplierStatus status,
        @NotBlank @Size(max = 60) String timeZone,
        @NotNull ExchangeType exchangeType,
        boolean fullAccessByDefault,
        @NotNull SharingPolicy sharingPolicy,
        @NotNull @Email @Size(max = 254) String supportEmail,
        @NotNull @Valid AccountNumberRule accountNumbers,
        @NotNull @Size(max = 2) List<@NotNull @Valid AccessMethodRule> accessMethods,
        @NotNull @Valid PaymentRules payments,
        @NotNull @Valid ReadingRules readings) {

    public SupplierProfile {
        // Null only in a request that validation is about to refuse.
        accessMethods = accessMethods == null ? List.of() : List.copyOf(accessMethods);
    }

    public Optional<AccessMethodRule> accessMethod(AccessMethod method) {
        return accessMethods.stream().filter(rule -> rule.method() == method).findFirst();
    }

    @JsonIgnore
    @AssertTrue(message = "{abonent.supplier.time-zone-unknown}")
    public boolean isTimeZoneKnown() {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }

    @JsonIgnore
    @AssertTrue(message = "{abonent.supplier.access-method-twice}")
    public boolean isEachAccessMethodOnce() {
        return accessMethods.stream().map(AccessMethodRule::method).distinct().count() == accessMethods.size();
    }
}

package io.abonent.simulators.provider;

import io.abonent.simulators.provider.ProviderPayment.Method;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the house orders; everything may be missing or absurd until it has been checked here. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PaymentOrder(
        @Nullable Amount amount,
        @Nullable Boolean capture,
        @Nullable Confirmation confirmation,
        @Nullable MethodData paymentMethodData,
        @Nullable String description,
        @Nullable Map<String, String> metadata) {

    private static final Pattern VALUE = Pattern.compile("\\d{1,9}\\.\\d{2}");
    private static final int DESCRIPTION_MAX = 128;
    private static final int METADATA_KEYS_MAX = 16;
    private static final int METADATA_VALUE_MAX = 512;

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Confirmation(@Nullable String type, @Nullable String returnUrl) {}

    record Amount(@Nullable String value, @Nullable String currency) {}

    record MethodData(@Nullable String type) {}

    /** The order after all checks. */
    record Checked(
            long amountMinor,
            Method method,
            boolean capture,
            String returnUrl,
            @Nullable String description,
            Map<String, String> metadata) {}

    Checked checked() {
        if (description != null && description.length() > DESCRIPTION_MAX) {
            throw ProviderError.invalid("Description is too long", "description");
        }
        boolean wanted = capture != null && capture;
        return new Checked(amountMinor(), method(), wanted, returnUrl(), description, checkedMetadata());
    }

    private long amountMinor() {
        if (amount == null) {
            throw ProviderError.invalid("Amount is missing", "amount");
        }
        String value = amount.value();
        if (value == null || !VALUE.matcher(value).matches()) {
            throw ProviderError.invalid("Amount is missing or malformed", "amount.value");
        }
        if (!"RUB".equals(amount.currency())) {
            throw ProviderError.invalid("Currency is not supported by the shop", "amount.currency");
        }
        long minor = Long.parseLong(value.replace(".", ""));
        if (minor <= 0) {
            throw ProviderError.invalid("Amount must be positive", "amount.value");
        }
        return minor;
    }

    private Method method() {
        String type = paymentMethodData == null ? null : paymentMethodData.type();
        if (type == null || type.equals("bank_card")) {
            return Method.BANK_CARD;
        }
        if (type.equals("sbp")) {
            return Method.SBP;
        }
        throw ProviderError.invalid("Payment method is not supported by the shop", "payment_method_data.type");
    }

    private String returnUrl() {
        if (confirmation == null || !"redirect".equals(confirmation.type())) {
            throw ProviderError.invalid("Only redirect confirmation", "confirmation.type");
        }
        String url = confirmation.returnUrl();
        if (url == null) {
            throw ProviderError.invalid("return_url is missing", "confirmation.return_url");
        }
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw ProviderError.invalid("return_url is not a URL", "confirmation.return_url");
        }
        throw ProviderError.invalid("return_url must be http or https", "confirmation.return_url");
    }

    private Map<String, String> checkedMetadata() {
        if (metadata == null) {
            return Map.of();
        }
        boolean fits = metadata.size() <= METADATA_KEYS_MAX
                && metadata.values().stream().allMatch(value -> value.length() <= METADATA_VALUE_MAX);
        if (!fits) {
            throw ProviderError.invalid("Metadata is too large", "metadata");
        }
        // Sorted: the hash of the request must not depend on the order of a map.
        return new TreeMap<>(metadata);
    }
}

package io.abonent.billing.provider;

import io.abonent.billing.partner.AllowedOrigins;
import io.abonent.billing.partner.PartnerAnswer;
import io.abonent.billing.partner.PartnerClient;
import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.partner.Partners;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Shape of the YooKassa v3 API. */
@Component
class YooKassaProvider implements PaymentProvider {

    private final PartnerClient client;
    private final String shopId;
    private final String secretKey;
    private final AllowedOrigins pages;

    YooKassaProvider(Partners partners, ProviderProperties properties) {
        this.client = partners.client("payment-provider", properties.url());
        this.shopId = properties.shopId();
        this.secretKey = properties.secretKey();
        this.pages = new AllowedOrigins(properties.pages());
    }

    @Override
    public Creation create(Order order) {
        CreateRequest request = new CreateRequest(
                amount(order.amountMinor(), order.currency()),
                true,
                new ConfirmationRequest("redirect", order.returnUrl()),
                new MethodRequest(
                        switch (order.kind()) {
                            case CARD -> "bank_card";
                            case SBP -> "sbp";
                        }),
                order.description(),
                Map.of("paymentId", order.paymentId().toString()));
        PartnerAnswer answer = client.call(
                HttpMethod.POST, "/payments", headers(order.paymentId().toString()), request);
        if (answer.status() == 400 || answer.status() == 422) {
            String code = client.read(answer, YooKassaError.class).code();
            return new Creation.Refused(code == null ? "unknown" : code);
        }
        return new Creation.Created(payment(answer));
    }

    @Override
    public Lookup find(String providerPaymentId) {
        PartnerAnswer answer = client.call(HttpMethod.GET, "/payments/{id}", headers(null), null, providerPaymentId);
        return found(answer);
    }

    @Override
    public Lookup cancel(String providerPaymentId, UUID paymentId) {
        PartnerAnswer answer = client.call(
                HttpMethod.POST, "/payments/{id}/cancel", headers("cancel-" + paymentId), Map.of(), providerPaymentId);
        // "Cannot be cancelled": what it is instead is what we want to know.
        return answer.status() == 400 ? find(providerPaymentId) : found(answer);
    }

    private Lookup found(PartnerAnswer answer) {
        return answer.status() == 404 ? new Lookup.Missing() : new Lookup.Found(payment(answer));
    }

    private ProviderPayment payment(PartnerAnswer answer) {
        // 401 and 403 are about our own credentials and say nothing about the payment.
        if (answer.status() != 200) {
            throw new PartnerUnavailable("payment-provider", "unexpected status " + answer.status(), null);
        }
        return client.read(answer, YooKassaPayment.class).checked(pages);
    }

    private HttpHeaders headers(@Nullable String idempotenceKey) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth(shopId, secretKey);
        if (idempotenceKey != null) {
            headers.set("Idempotence-Key", idempotenceKey);
        }
        return headers;
    }

    private static AmountRequest amount(long minor, String currency) {
        BigDecimal value = Money.ofMinor(CurrencyUnit.of(currency), minor).getAmount();
        return new AmountRequest(value.toPlainString(), currency);
    }

    // Names with underscores are the provider's.
    record CreateRequest(
            AmountRequest amount,
            boolean capture,
            ConfirmationRequest confirmation,
            MethodRequest payment_method_data,
            String description,
            Map<String, String> metadata) {}

    record AmountRequest(String value, String currency) {}

    record ConfirmationRequest(String type, String return_url) {}

    record MethodRequest(String type) {}

    record YooKassaError(@Nullable String code) {}
}

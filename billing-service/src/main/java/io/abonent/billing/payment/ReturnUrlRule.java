package io.abonent.billing.payment;

import io.abonent.billing.partner.AllowedOrigins;
import org.springframework.stereotype.Component;

/** Where the provider may send a person after paying: only to our own gateways, never wherever a request says. */
@Component
class ReturnUrlRule {

    private final AllowedOrigins origins;

    ReturnUrlRule(PaymentProperties properties) {
        this.origins = new AllowedOrigins(properties.returnUrls());
    }

    boolean allows(String returnUrl) {
        return origins.allow(returnUrl);
    }
}

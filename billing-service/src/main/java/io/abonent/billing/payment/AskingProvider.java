package io.abonent.billing.payment;

import io.abonent.billing.partner.PartnerUnavailable;
import io.abonent.billing.provider.PaymentProvider;
import io.abonent.billing.provider.PaymentProvider.Creation;
import io.abonent.billing.provider.PaymentProvider.Kind;
import io.abonent.billing.provider.PaymentProvider.Order;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Places the order of a payment, always under the payment's own key. Never inside a transaction. */
@Component
class AskingProvider {

    private static final Logger log = LoggerFactory.getLogger(AskingProvider.class);

    private final PaymentProvider provider;

    AskingProvider(PaymentProvider provider) {
        this.provider = provider;
    }

    /** Empty: nobody knows whether the provider has it. */
    Optional<Creation> order(Payment payment) {
        try {
            return Optional.of(provider.create(orderOf(payment)));
        } catch (PartnerUnavailable e) {
            log.warn("the provider's answer to payment {} is unknown: {}", payment.paymentId, e.getMessage());
            return Optional.empty();
        }
    }

    /** The same bytes every time: the provider compares the body that comes under a key. */
    private static Order orderOf(Payment payment) {
        return new Order(
                payment.paymentId,
                payment.totalMinor,
                payment.currency,
                switch (payment.method) {
                    case CARD -> Kind.CARD;
                    case SBP -> Kind.SBP;
                },
                payment.returnUrl,
                "Оплата услуг, платёж " + payment.paymentId);
    }
}

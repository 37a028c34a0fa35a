package io.abonent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTests {

    @ParameterizedTest
    @CsvSource({
        "io.abonent.billing.payment.StartingPayment, begin, StartingPayment.begin",
        "io.abonent.billing.payment.StartingPayment, lambda$begin$0, StartingPayment.begin",
        "io.abonent.consent.signing.SigningConsent$$SpringCGLIB$$0, sign, SigningConsent.sign",
        "io.abonent.platform.outbox.OutboxRelay$Term, lead, OutboxRelay.Term.lead",
        "io.abonent.billing.link.Links$1, run, Links.run"
    })
    void isNamedAsInTheSources(String type, String method, String name) {
        assertThat(Place.name(type, method)).isEqualTo(name);
    }
}

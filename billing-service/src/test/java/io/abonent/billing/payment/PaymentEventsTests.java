package io.abonent.billing.payment;

import static io.abonent.billing.payment.PaymentFixture.NOW;
import static io.abonent.billing.payment.PaymentFixture.payment;
import static io.abonent.billing.payment.PaymentFixture.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.abonent.billing.provider.PaymentProvider.State;
import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What goes out keeps the committed contract. */
class PaymentEventsTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();

    @Test
    void keepsTheContract() throws IOException {
        Payment payment = payment(700, 300);
        assertValid(PaymentEvents.created(payment));
        payment.hear(says(payment, State.CANCELED, 1000, "expired_on_confirmation"), NOW);
        assertValid(PaymentEvents.failed(payment));
        payment.hear(says(payment, State.SUCCEEDED), NOW);
        assertValid(PaymentEvents.paid(payment, true));
        Part part = payment.parts.getFirst();
        part.receiptDrive = "9960440503121984";
        part.receiptDocument = 71L;
        part.receiptSign = "2890123456";
        part.receiptUrl = "http://ofd.example/71";
        assertValid(PaymentEvents.receipt(payment, part, NOW));
        payment.parts.forEach(each -> payment.acknowledged(each, "op", NOW));
        assertValid(PaymentEvents.posted(payment));
    }

    private static void assertValid(Event event) throws IOException {
        EventType type = EventType.of(event.getClass());
        try (InputStream text = Objects.requireNonNull(
                PaymentEventsTests.class.getClassLoader().getResourceAsStream(type.schemaResource()))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            List<Error> errors = schema.validate(JSON.writeValueAsString(event), InputFormat.JSON);
            assertThat(errors).as("%s", event).isEmpty();
        }
    }
}

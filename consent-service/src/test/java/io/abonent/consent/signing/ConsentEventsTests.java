package io.abonent.consent.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.abonent.contracts.Event;
import io.abonent.contracts.EventType;
import io.abonent.contracts.consent.ConsentPurpose;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.platform.event.EventCodec;
import io.abonent.platform.testkit.TestEvents;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What is told is the golden example, given its consent, and fits the schema. */
class ConsentEventsTests {
    private static final EventCodec CODEC = new EventCodec();

    private final ConsentSigned signed = TestEvents.example(ConsentSigned.class);
    private final ConsentWithdrawn withdrawn = TestEvents.example(ConsentWithdrawn.class);
    private final Consent consent = Consent.firstSigned(
            signed.consentId(),
            signed.userId(),
            signed.documentId(),
            signed.documentVersion(),
            signed.evidenceId(),
            signed.signedAt());

    @BeforeEach
    void flushed() {
        ReflectionTestUtils.setField(consent, "version", signed.version());
    }

    @Test
    void signingEqualsTheGoldenExample() {
        ConsentSigned event = ConsentEvents.signed(consent, ConsentPurpose.PERSONAL_DATA);

        assertThat(event).isEqualTo(signed);
        assertValid(event);
    }

    @Test
    void withdrawalEqualsTheGoldenExample() {
        consent.withdraw(withdrawn.evidenceId(), withdrawn.withdrawnAt());
        ReflectionTestUtils.setField(consent, "version", withdrawn.version());

        ConsentWithdrawn event = ConsentEvents.withdrawn(consent, ConsentPurpose.PERSONAL_DATA);

        assertThat(event).isEqualTo(withdrawn);
        assertValid(event);
    }

    @Test
    void schemaRefusesWhatDoesNotFit() {
        ConsentSigned wrong = new ConsentSigned(
                UUID.randomUUID(),
                signed.userId(),
                signed.documentId(),
                0,
                signed.purpose(),
                signed.evidenceId(),
                signed.method(),
                signed.signedAt(),
                0);

        assertThat(errors(wrong)).contains("documentVersion");
    }

    @Test
    void signatureIsNotToldAsAWithdrawal() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConsentEvents.withdrawn(consent, ConsentPurpose.PERSONAL_DATA));
    }

    private static void assertValid(Event event) {
        assertThat(errors(event)).isEqualTo("[]");
    }

    private static String errors(Event event) {
        String resource = "/" + EventType.of(event.getClass()).schemaResource();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Objects.requireNonNull(ConsentEventsTests.class.getResourceAsStream(resource)))
                .validate(CODEC.write(event), InputFormat.JSON)
                .toString();
    }
}

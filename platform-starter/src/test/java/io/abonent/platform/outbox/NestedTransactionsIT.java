package io.abonent.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.platform.sample.LinkEvents;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing is sent here: what counts is which rows are committed. */
class NestedTransactionsIT {

    @Test
    void forgetsEventsOfAnInnerTransactionThatWasRolledBack() {
        try (OutboxLab lab = new OutboxLab("localhost:1")) {
            TransactionTemplate nested = template(lab, TransactionDefinition.PROPAGATION_NESTED);

            lab.transactions.executeWithoutResult(outer -> {
                lab.publisher.publish(LinkEvents.of(UUID.randomUUID(), "before", 1));
                nested.executeWithoutResult(inner -> {
                    lab.publisher.publish(LinkEvents.of(UUID.randomUUID(), "undone", 1));
                    inner.setRollbackOnly();
                });
                nested.executeWithoutResult(
                        inner -> lab.publisher.publish(LinkEvents.of(UUID.randomUUID(), "kept", 1)));
            });

            assertThat(payloads(lab))
                    .hasSize(2)
                    .anyMatch(payload -> payload.contains("before"))
                    .anyMatch(payload -> payload.contains("kept"));
        }
    }

    @Test
    void keepsEventsOfASeparateTransactionApart() {
        try (OutboxLab lab = new OutboxLab("localhost:1")) {
            TransactionTemplate separate = template(lab, TransactionDefinition.PROPAGATION_REQUIRES_NEW);

            lab.transactions.executeWithoutResult(outer -> {
                lab.publisher.publish(LinkEvents.of(UUID.randomUUID(), "outer", 1));
                separate.executeWithoutResult(
                        inner -> lab.publisher.publish(LinkEvents.of(UUID.randomUUID(), "separate", 1)));
                outer.setRollbackOnly();
            });

            assertThat(payloads(lab)).singleElement().asString().contains("separate");
        }
    }

    @Test
    void refusesAReadOnlyTransaction() {
        try (OutboxLab lab = new OutboxLab("localhost:1")) {
            TransactionTemplate reading = template(lab, TransactionDefinition.PROPAGATION_REQUIRED);
            reading.setReadOnly(true);

            assertThatThrownBy(() -> reading.executeWithoutResult(
                            transaction -> lab.publisher.publish(LinkEvents.of(UUID.randomUUID(), "x", 1))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static TransactionTemplate template(OutboxLab lab, int propagation) {
        PlatformTransactionManager manager = Objects.requireNonNull(lab.transactions.getTransactionManager());
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setPropagationBehavior(propagation);
        return template;
    }

    private static List<String> payloads(OutboxLab lab) {
        return lab.jdbc.sql("select payload from outbox").query(String.class).list();
    }
}

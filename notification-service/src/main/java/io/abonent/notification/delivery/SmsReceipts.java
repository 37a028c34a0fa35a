package io.abonent.notification.delivery;

import io.abonent.notification.sms.SmsReceiptListener;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What became of messages the SMS centre had accepted. A receipt may overtake the answer it belongs to: both sides store
 * and commit first and look for the other after, so that whoever comes second finds the first.
 */
@Component
class SmsReceipts implements SmsReceiptListener {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final TransactionOperations transaction;
    private final Clock clock;

    SmsReceipts(JdbcClient jdbc, Deliveries deliveries, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void received(String providerMessageId, boolean delivered, String reason) {
        jdbc.sql("""
                        insert into sms_receipt (provider_message_id, delivered, reason, received_at)
                        values (:id, :delivered, :reason, :now)
                        on conflict (provider_message_id) do nothing""")
                .param("id", providerMessageId)
                .param("delivered", delivered)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        applyWaiting(providerMessageId);
    }

    /** Called by each side after its own commit: within one transaction each could miss the other. */
    void applyWaiting(String providerMessageId) {
        transaction.executeWithoutResult(_ -> find(providerMessageId)
                .ifPresent(receipt -> deliveries
                        .findByProviderMessageId(providerMessageId)
                        .ifPresent(
                                delivery -> delivery.receipt(receipt.delivered(), receipt.reason(), clock.instant()))));
    }

    private Optional<Waiting> find(String providerMessageId) {
        return jdbc.sql("select delivered, reason from sms_receipt where provider_message_id = :id")
                .param("id", providerMessageId)
                .query((row, _) -> new Waiting(row.getBoolean("delivered"), row.getString("reason")))
                .optional();
    }

    void forgetOld() {
        jdbc.sql("delete from sms_receipt where received_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private record Waiting(boolean delivered, String reason) {}
}

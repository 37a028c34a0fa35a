package io.abonent.billing.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Payments with their parts. Changed only under the row's lock. */
@Component
class Payments {

    private static final int PAGE = 50;
    private static final String OF_PART = "payment_id = (select payment_id from payment_part where part_id = ?)";

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Payment> find(UUID paymentId) {
        return one("payment_id = ?", paymentId);
    }

    Optional<Payment> find(UUID userId, UUID paymentId) {
        return one("user_id = ? and payment_id = ?", userId, paymentId);
    }

    Optional<Payment> findByRequest(UUID userId, String requestKey) {
        return one("user_id = ? and request_key = ?", userId, requestKey);
    }

    /**
     * Newest first.
     *
     * @param before the last one already seen
     */
    List<Payment> page(UUID userId, @Nullable UUID before, int limit) {
        String order = " order by payment_id desc limit " + Math.clamp(limit, 1, PAGE + 1);
        return before == null
                ? read("user_id = ?" + order, userId)
                : read("user_id = ? and payment_id < ?" + order, userId, before);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Payment lock(UUID paymentId) {
        return one("payment_id = ? for update", paymentId).orElseThrow();
    }

    Optional<Payment> findByPart(UUID partId) {
        return one(OF_PART, partId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Payment lockByPart(UUID partId) {
        return one(OF_PART + " for update", partId).orElseThrow();
    }

    Optional<UUID> idOfProviderPayment(String providerPaymentId) {
        return jdbc.sql("select payment_id from payment where provider_payment_id = ?")
                .param(providerPaymentId)
                .query(UUID.class)
                .optional();
    }

    /** An unfinished payment of the same person with the same amount for the same account. */
    Optional<UUID> openTwin(UUID userId, UUID supplyAccountId, long amountMinor) {
        return jdbc.sql("""
                select p.payment_id from payment p join payment_part t using (payment_id)
                 where p.user_id = ? and p.status in ('CREATED', 'PENDING', 'UNKNOWN')
                   and t.supply_account_id = ? and t.amount_minor = ?
                 order by p.payment_id limit 1
                """)
                .params(userId, supplyAccountId, amountMinor)
                .query(UUID.class)
                .optional();
    }

    /** Two devices with two quotes of one debt stand here in a row; held to the end of the transaction. */
    void lockPayingFor(UUID userId, UUID supplyAccountId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pay:' || ? || ':' || ?, 0))")
                .params(userId.toString(), supplyAccountId.toString())
                .query((row, number) -> true)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Payment payment) {
        jdbc.sql("""
                insert into payment (payment_id, user_id, quote_id, request_key, status, total_minor, currency, method,
                    return_url, created_at, expires_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        payment.paymentId,
                        payment.userId,
                        payment.quoteId,
                        payment.requestKey,
                        payment.status.name(),
                        payment.totalMinor,
                        payment.currency,
                        payment.method.name(),
                        payment.returnUrl,
                        Timestamp.from(payment.createdAt),
                        Timestamp.from(payment.expiresAt),
                        payment.version)
                .update();
        for (int position = 0; position < payment.parts.size(); position++) {
            Part part = payment.parts.get(position);
            jdbc.sql("""
                    insert into payment_part (part_id, payment_id, position, supply_account_id, supplier_id,
                        supplier_account_ref, amount_minor, advance_minor, fiscal_status, supplier_status)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            part.partId,
                            payment.paymentId,
                            position,
                            part.supplyAccountId,
                            part.supplierId,
                            part.supplierAccountRef,
                            part.amountMinor,
                            part.advanceMinor,
                            part.fiscalStatus.name(),
                            part.supplierStatus.name())
                    .update();
        }
    }

    /** With parts of it that have changed too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Payment payment, List<Part> changed) {
        save(payment);
        changed.forEach(this::save);
    }

    /** Of a payment that was locked and whose parts have not changed; its version grows by one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Payment payment) {
        payment.version++;
        int saved = jdbc.sql("""
                update payment set status = ?, total_minor = ?, provider_payment_id = ?, confirmation_url = ?,
                    suspected_minor = ?, mismatch = ?, refunded_minor = ?, failure_reason = ?, paid_at = ?, failed_at = ?, posted_at = ?,
                    version = ?
                 where payment_id = ? and version = ?
                """)
                .params(java.util.Arrays.asList(
                        payment.status.name(),
                        payment.totalMinor,
                        payment.providerPaymentId,
                        payment.confirmationUrl,
                        payment.suspectedMinor,
                        payment.mismatch,
                        payment.refundedMinor,
                        payment.failureReason == null ? null : payment.failureReason.name(),
                        timestamp(payment.paidAt),
                        timestamp(payment.failedAt),
                        timestamp(payment.postedAt),
                        payment.version,
                        payment.paymentId,
                        payment.version - 1))
                .update();
        if (saved != 1) {
            throw new IllegalStateException("payment " + payment.paymentId + " was changed without its lock");
        }
    }

    private void save(Part part) {
        jdbc.sql("""
                update payment_part set amount_minor = ?, advance_minor = ?, fiscal_status = ?, fiscal_attempt = ?,
                    fiscal_uuid = ?, receipt_url = ?, receipt_drive = ?, receipt_document = ?, receipt_sign = ?,
                    supplier_status = ?, supplier_operation_id = ?, supplier_reason = ?
                 where part_id = ?
                """)
                .params(java.util.Arrays.asList(
                        part.amountMinor,
                        part.advanceMinor,
                        part.fiscalStatus.name(),
                        part.fiscalAttempt,
                        part.fiscalUuid,
                        part.receiptUrl,
                        part.receiptDrive,
                        part.receiptDocument,
                        part.receiptSign,
                        part.supplierStatus.name(),
                        part.supplierOperationId,
                        part.supplierReason,
                        part.partId))
                .update();
    }

    private Optional<Payment> one(String where, Object... values) {
        return read(where, values).stream().findFirst();
    }

    /** Parts after all rows: who asks for a second connection while holding one can empty the pool together with others. */
    private List<Payment> read(String where, Object... values) {
        List<Payment> found = jdbc.sql("select * from payment where " + where)
                .params(values)
                .query((row, number) -> PaymentRows.payment(row))
                .list();
        addParts(found);
        return found;
    }

    private void addParts(List<Payment> payments) {
        if (payments.isEmpty()) {
            return;
        }
        Map<UUID, Payment> byId =
                payments.stream().collect(Collectors.toMap(payment -> payment.paymentId, payment -> payment));
        jdbc.sql("select * from payment_part where payment_id = any (?) order by payment_id, position")
                .param(byId.keySet().toArray(UUID[]::new))
                .query(row -> {
                    UUID paymentId = row.getObject("payment_id", UUID.class);
                    Objects.requireNonNull(byId.get(paymentId)).parts.add(PaymentRows.part(row));
                });
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

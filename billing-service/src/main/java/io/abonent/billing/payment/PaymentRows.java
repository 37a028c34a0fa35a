package io.abonent.billing.payment;

import io.abonent.contracts.billing.PaymentFailed;
import io.abonent.contracts.billing.PaymentPart.FiscalStatus;
import io.abonent.contracts.billing.PaymentPart.SupplierStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows → payments. */
final class PaymentRows {

    private PaymentRows() {}

    /** Its parts are rows of their own, still to be added. */
    static Payment payment(ResultSet row) throws SQLException {
        Payment payment = new Payment(
                row.getObject("payment_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("quote_id", UUID.class),
                row.getString("request_key"),
                row.getLong("total_minor"),
                row.getString("currency"),
                PaymentMethod.valueOf(row.getString("method")),
                row.getString("return_url"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                new ArrayList<>());
        payment.status = PaymentStatus.valueOf(row.getString("status"));
        payment.providerPaymentId = row.getString("provider_payment_id");
        payment.confirmationUrl = row.getString("confirmation_url");
        payment.suspectedMinor = row.getObject("suspected_minor", Long.class);
        payment.refundedMinor = row.getLong("refunded_minor");
        payment.mismatch = row.getString("mismatch");
        String reason = row.getString("failure_reason");
        payment.failureReason = reason == null ? null : PaymentFailed.Reason.valueOf(reason);
        payment.paidAt = instant(row, "paid_at");
        payment.failedAt = instant(row, "failed_at");
        payment.postedAt = instant(row, "posted_at");
        payment.version = row.getLong("version");
        return payment;
    }

    static Part part(ResultSet row) throws SQLException {
        Part part = new Part(
                row.getObject("part_id", UUID.class),
                row.getObject("supply_account_id", UUID.class),
                row.getObject("supplier_id", UUID.class),
                row.getString("supplier_account_ref"),
                row.getLong("amount_minor"),
                row.getLong("advance_minor"));
        part.fiscalStatus = FiscalStatus.valueOf(row.getString("fiscal_status"));
        part.fiscalAttempt = row.getInt("fiscal_attempt");
        part.fiscalUuid = row.getString("fiscal_uuid");
        part.receiptUrl = row.getString("receipt_url");
        part.receiptDrive = row.getString("receipt_drive");
        part.receiptDocument = row.getObject("receipt_document", Long.class);
        part.receiptSign = row.getString("receipt_sign");
        part.supplierStatus = SupplierStatus.valueOf(row.getString("supplier_status"));
        part.supplierOperationId = row.getString("supplier_operation_id");
        part.supplierReason = row.getString("supplier_reason");
        return part;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}

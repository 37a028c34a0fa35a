package io.abonent.billing.quote;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
public class Quotes {

    private final JdbcClient jdbc;

    Quotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void add(Quote quote) {
        jdbc.sql("""
                insert into payment_quote (quote_id, user_id, total_minor, currency, created_at, expires_at)
                values (:id, :user, :total, :currency, :created, :expires)
                """)
                .param("id", quote.quoteId())
                .param("user", quote.userId())
                .param("total", quote.totalMinor())
                .param("currency", quote.currency())
                .param("created", Timestamp.from(quote.createdAt()))
                .param("expires", Timestamp.from(quote.expiresAt()))
                .update();
        for (int position = 0; position < quote.parts().size(); position++) {
            addPart(quote.quoteId(), position, quote.parts().get(position));
        }
    }

    private void addPart(UUID quoteId, int position, Quote.Part part) {
        jdbc.sql("""
                insert into payment_quote_part (quote_id, position, supply_account_id, supplier_id,
                    supplier_account_ref, mode, amount_minor, due_minor)
                values (:quote, :position, :account, :supplier, :ref, :mode, :amount, :due)
                """)
                .param("quote", quoteId)
                .param("position", position)
                .param("account", part.supplyAccountId())
                .param("supplier", part.supplierId())
                .param("ref", part.supplierAccountRef())
                .param("mode", part.mode().name())
                .param("amount", part.amountMinor())
                .param("due", part.dueMinor())
                .update();
    }

    public Optional<Quote> find(UUID userId, UUID quoteId) {
        return read("select * from payment_quote where quote_id = :id and user_id = :user", userId, quoteId);
    }

    /** Two devices with one quote stand here in a row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Quote> lock(UUID userId, UUID quoteId) {
        return read("select * from payment_quote where quote_id = :id and user_id = :user for update", userId, quoteId);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void used(UUID quoteId, UUID paymentId) {
        int used = jdbc.sql(
                        "update payment_quote set payment_id = :payment where quote_id = :id and payment_id is null")
                .param("payment", paymentId)
                .param("id", quoteId)
                .update();
        if (used != 1) {
            throw new IllegalStateException("quote " + quoteId + " was used already");
        }
    }

    private Optional<Quote> read(String sql, UUID userId, UUID quoteId) {
        return jdbc.sql(sql)
                .param("id", quoteId)
                .param("user", userId)
                .query((row, number) -> new Quote(
                        row.getObject("quote_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getLong("total_minor"),
                        row.getString("currency"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getObject("payment_id", UUID.class),
                        List.of()))
                .optional()
                .map(this::withParts);
    }

    private Quote withParts(Quote quote) {
        List<Quote.Part> parts = jdbc.sql("select * from payment_quote_part where quote_id = :id order by position")
                .param("id", quote.quoteId())
                .query((row, number) -> new Quote.Part(
                        row.getObject("supply_account_id", UUID.class),
                        row.getObject("supplier_id", UUID.class),
                        row.getString("supplier_account_ref"),
                        QuoteMode.valueOf(row.getString("mode")),
                        row.getLong("amount_minor"),
                        row.getLong("due_minor")))
                .list();
        return new Quote(
                quote.quoteId(),
                quote.userId(),
                quote.totalMinor(),
                quote.currency(),
                quote.createdAt(),
                quote.expiresAt(),
                quote.paymentId(),
                parts);
    }
}

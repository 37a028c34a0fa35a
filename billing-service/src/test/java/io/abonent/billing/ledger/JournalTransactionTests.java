package io.abonent.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.billing.ledger.JournalTransaction.Entry;
import io.abonent.billing.ledger.JournalTransaction.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JournalTransactionTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LedgerAccount CLEARING = LedgerAccount.PROVIDER_CLEARING;

    @Test
    void cannotBeMadeUnbalanced() {
        assertThatThrownBy(() -> transaction(new Entry(CLEARING, 100, "RUB"), new Entry(CLEARING, -99, "RUB")))
                .hasMessageContaining("differ");
        assertThatThrownBy(() -> transaction(new Entry(CLEARING, 100, "RUB"), new Entry(CLEARING, -100, "USD")))
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> transaction(new Entry(CLEARING, 100, "RUB"))).hasMessageContaining("somewhere");
        assertThatThrownBy(() -> new Entry(CLEARING, 0, "RUB")).hasMessageContaining("moves");
    }

    @Test
    @DisplayName("F-43: in 1,000 random lives of payments every account ends where the money is")
    void addsUpInAnyHistory() {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Map<String, Long> accounts = new HashMap<>();
            long atProvider = 0;
            long owedToSupplier = 0;
            long advance = 0;
            UUID supplyAccount = UUID.randomUUID();
            UUID supplier = UUID.randomUUID();
            for (int payment = 0; payment < 5; payment++) {
                long amount = random.nextLong(1, 1_000_000);
                JournalTransaction.Part part = new JournalTransaction.Part(
                        UUID.randomUUID(), UUID.randomUUID(), supplyAccount, supplier, amount, "RUB");
                boolean posted = random.nextBoolean();
                boolean back = random.nextInt(3) == 0;
                List<JournalTransaction> life = new ArrayList<>(List.of(JournalTransaction.paid(part, NOW)));
                if (posted) {
                    life.add(JournalTransaction.posted(part, NOW));
                }
                if (back) {
                    life.add(
                            random.nextBoolean()
                                    ? JournalTransaction.refunded(part, "r-1", posted, NOW)
                                    : JournalTransaction.chargedBack(part, "c-1", posted, NOW));
                }
                life.forEach(each -> each.entries()
                        .forEach(entry -> accounts.merge(entry.account().code(), entry.amountMinor(), Long::sum)));
                atProvider += back ? 0 : amount;
                owedToSupplier += posted && !back ? amount : 0;
                advance += !posted && !back ? amount : 0;
            }
            assertThat(accounts.getOrDefault("PROVIDER_CLEARING", 0L)).isEqualTo(atProvider);
            assertThat(accounts.getOrDefault("SUPPLIER_SETTLEMENT:" + supplier, 0L))
                    .isEqualTo(-owedToSupplier);
            assertThat(accounts.getOrDefault("CUSTOMER_ADVANCE:" + supplyAccount, 0L))
                    .isEqualTo(-advance);
            assertThat(accounts.values().stream().mapToLong(Long::longValue).sum())
                    .isZero();
        }
    }

    private static JournalTransaction transaction(Entry... entries) {
        return new JournalTransaction(Kind.PAID, "part", UUID.randomUUID(), NOW, List.of(entries));
    }
}

package io.abonent.gateway.account;

import io.abonent.gateway.page.BarChart;
import io.abonent.gateway.page.Written;
import io.abonent.gateway.service.BillingService.Payment;
import io.abonent.gateway.service.BillingService.PaymentPart;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was paid here for one account, by the month of the payment; the last half-year. */
final class PaidByMonth {

    private static final int MONTHS = 6;

    private PaidByMonth() {}

    static BarChart chart(
            String title, UUID supplyAccountId, String currency, List<Payment> payments, Written written) {
        Map<YearMonth, Long> sums = sums(supplyAccountId, payments, written);
        List<BarChart.Value> values = new ArrayList<>();
        YearMonth now = written.thisMonth();
        for (int back = MONTHS - 1; back >= 0; back--) {
            YearMonth month = now.minusMonths(back);
            long minor = sums.getOrDefault(month, 0L);
            values.add(new BarChart.Value(
                    written.shortMonth(month),
                    written.month(month),
                    BigDecimal.valueOf(minor),
                    written.money(minor, currency),
                    written.number(BigDecimal.valueOf(minor, 2).setScale(0, RoundingMode.HALF_UP))));
        }
        return BarChart.of(title, values);
    }

    private static Map<YearMonth, Long> sums(UUID supplyAccountId, List<Payment> payments, Written written) {
        return payments.stream()
                .filter(payment -> payment.status() == PaymentStatus.PAID || payment.status() == PaymentStatus.POSTED)
                .collect(Collectors.groupingBy(
                        payment -> written.monthOf(payment.paidAt() == null ? payment.createdAt() : payment.paidAt()),
                        Collectors.summingLong(payment -> payment.parts().stream()
                                .filter(part -> part.supplyAccountId().equals(supplyAccountId))
                                .mapToLong(PaymentPart::amountMinor)
                                .sum())));
    }
}

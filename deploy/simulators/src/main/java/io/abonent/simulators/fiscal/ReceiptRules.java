package io.abonent.simulators.fiscal;

import io.abonent.simulators.fiscal.ReceiptOrder.Company;
import io.abonent.simulators.fiscal.ReceiptOrder.Item;
import io.abonent.simulators.fiscal.ReceiptOrder.Receipt;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cash register checks before it prints. */
final class ReceiptRules {

    private static final int NAME_MAX = 128;

    private ReceiptRules() {}

    /** Null = fine, otherwise what is wrong. */
    static @Nullable String violation(Receipt receipt) {
        Company company = receipt.company();
        if (company == null || company.inn() == null || !company.inn().matches("\\d{10}|\\d{12}")) {
            return "Некорректный ИНН организации (1018)";
        }
        if (blank(company.paymentAddress())) {
            return "Не указано место расчётов (1187)";
        }
        List<Item> items = receipt.items();
        BigDecimal total = receipt.total();
        if (items == null || items.isEmpty() || items.size() > 100) {
            return "Нет предметов расчёта или их слишком много (1059)";
        }
        if (total == null || total.signum() <= 0 || total.stripTrailingZeros().scale() > 2) {
            return "Некорректный итог (1020)";
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Item item : items) {
            String wrong = violation(item);
            if (wrong != null) {
                return wrong;
            }
            sum = sum.add(item.sum() == null ? BigDecimal.ZERO : item.sum());
        }
        if (sum.compareTo(total) != 0) {
            return "Итог не равен сумме предметов расчёта (1020)";
        }
        BigDecimal paid = receipt.payments() == null
                ? BigDecimal.ZERO
                : receipt.payments().stream()
                        .map(payment -> payment.sum() == null ? BigDecimal.ZERO : payment.sum())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return paid.compareTo(total) == 0 ? null : "Оплата не равна итогу (1081)";
    }

    private static @Nullable String violation(Item item) {
        String name = item.name();
        if (name == null || name.isBlank() || name.length() > NAME_MAX) {
            return "Некорректное наименование предмета расчёта (1030)";
        }
        if (item.price() == null || item.quantity() == null || item.sum() == null) {
            return "Нет цены, количества или суммы (1079, 1023, 1043)";
        }
        BigDecimal expected = item.price().multiply(item.quantity());
        if (expected.subtract(item.sum()).abs().compareTo(new BigDecimal("0.01")) > 0) {
            return "Сумма не равна цене, умноженной на количество (1043)";
        }
        return item.vat() == null || VatRate.of(item.vat().type()) == null ? "Неизвестная ставка НДС (1199)" : null;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

package io.abonent.account.supplier;

import io.abonent.account.supplier.ReadingRules.WindowMode;
import java.util.List;
import java.util.UUID;

/** Suppliers to test with. */
public final class SupplierFixture {

    public static final UUID GAZ_TEST = UUID.fromString("0198c000-0000-7000-8000-000000000001");
    public static final UUID TEPLO_TEST = UUID.fromString("0198c000-0000-7000-8000-000000000002");

    private SupplierFixture() {}

    public static AccountNumberRule instructionRule() {
        return rule(true, "", "^[1-9]\\d{5,8}$", "NNN-NNNNNN", "023-185952");
    }

    static AccountNumberRule rule(boolean strip, String separators, String mask, String display, String example) {
        return new AccountNumberRule(
                strip,
                separators,
                mask,
                display,
                new LocalizedText("Цифры с квитанции", "Digits of the bill"),
                example);
    }

    public static SupplierProfile gazTest() {
        return profile("Газ Тест", SupplierStatus.ACTIVE, ExchangeType.ONLINE, false);
    }

    public static SupplierProfile profile(
            String name, SupplierStatus status, ExchangeType exchange, boolean fullAccessByDefault) {
        return new SupplierProfile(
                name,
                "Тестовская область",
                status,
                "Europe/Samara",
                exchange,
                fullAccessByDefault,
                SharingPolicy.SHARED,
                "",
                instructionRule(),
                List.of(
                        new AccessMethodRule(AccessMethod.PIN, "\\d{4,8}", false),
                        new AccessMethodRule(AccessMethod.METER_SERIAL, "[0-9A-Z]{3,20}", false)),
                new PaymentRules(true, "RUB", 100, 10_000_000, 15, "1831000000"),
                new ReadingRules(true, true, WindowMode.ALWAYS, 1, 25, 0, true, 10_000));
    }
}

package io.abonent.simulators.backoffice;

import io.abonent.simulators.backoffice.CustomerAccount.Line;
import io.abonent.simulators.backoffice.CustomerAccount.Meter;
import io.abonent.simulators.backoffice.CustomerAccount.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which accounts exist. Ten million of them follow from their number by a rule, so that a load of a million customers
 * needs no import; a few with a story of their own are written out.
 */
@Component
class Register {

    private static final Pattern GAS_NUMBER = Pattern.compile("[1-9]\\d{7}");
    private static final Pattern HEAT_NUMBER = Pattern.compile("\\d{9}");
    private static final LocalDate OPENING_DATE = LocalDate.of(2026, 10, 24);
    private static final List<String> STREETS =
            List.of("ул Ленина", "ул Мира", "ул Садовая", "пр-кт Победы", "ул Гагарина", "пер Школьный", "ул Заречная");

    Optional<CustomerAccount> find(Supplier supplier, String number) {
        return switch (supplier) {
            case GAS_TEST -> GAS_NUMBER.matcher(number).matches() ? gas(Long.parseLong(number)) : Optional.empty();
            case HEAT_TEST -> HEAT_NUMBER.matcher(number).matches() ? heat(Long.parseLong(number)) : Optional.empty();
        };
    }

    Optional<CustomerAccount> find(Supplier supplier, long key) {
        return switch (supplier) {
            case GAS_TEST -> gas(key);
            case HEAT_TEST -> heat(key);
        };
    }

    private static Optional<CustomerAccount> gas(long key) {
        String home = "г Тестовск, ул Ленина, д. 12, кв. ";
        if (key == 23185952) {
            List<Line> lines = List.of(
                    line(Service.GAS, 1_090_34), line(Service.PENALTY, 14_22), line(Service.MAINTENANCE, 130_00));
            return Optional.of(gasAccount(key, home + "7", true, "4821", lines, gasMeter("00417733", 1176)));
        }
        if (key == 23185953) {
            return Optional.of(gasAccount(key, home + "8", false, "1111", List.of(), gasMeter("00417734", 2250)));
        }
        if (key == 23185954) {
            List<Line> paidAhead = List.of(line(Service.GAS, -500_00));
            return Optional.of(gasAccount(key, home + "9", true, "2222", paidAhead, gasMeter("00417735", 99_990)));
        }
        if (key == 23185955) {
            List<Line> lines = List.of(line(Service.GAS, 311_40));
            return Optional.of(gasAccount(key, home + "10", true, "3333", lines, null));
        }
        if (key < 30_000_000 || key > 39_999_999) {
            return Optional.empty();
        }
        String pin = "%04d".formatted(key % 10_000);
        Meter meter = gasMeter("G" + key, key % 10_000);
        return Optional.of(gasAccount(key, addressOf(key), true, pin, gasLines(key % 100_000), meter));
    }

    private static CustomerAccount gasAccount(
            long key, String address, boolean open, String pin, List<Line> lines, @Nullable Meter meter) {
        List<Meter> meters = meter == null ? List.of() : List.of(meter);
        return new CustomerAccount(Supplier.GAS_TEST, key, Long.toString(key), address, open, pin, lines, meters);
    }

    private static Meter gasMeter(String serial, long previous) {
        LocalDate calibration = LocalDate.of(2031, 5, 12);
        return new Meter(serial, "Гранд-4", 5, 0, "m3", calibration, BigDecimal.valueOf(previous), OPENING_DATE);
    }

    private static List<Line> gasLines(long debtMinor) {
        long penalty = debtMinor / 100;
        long maintenance = debtMinor / 10;
        return List.of(
                line(Service.GAS, debtMinor - penalty - maintenance),
                line(Service.PENALTY, penalty),
                line(Service.MAINTENANCE, maintenance));
    }

    /** Nine digits, zeros kept: 000123456 and every number from 000500000 to 999999999. */
    private static Optional<CustomerAccount> heat(long key) {
        if (key == 123456) {
            List<Line> lines = List.of(line(Service.HEAT, 2_345_67), line(Service.PENALTY, 12_33));
            return Optional.of(
                    heatAccount(key, "г Тестовск, ул Ленина, д. 12, кв. 7", lines, heatMeter("T-0098112", 42_318)));
        }
        if (key < 500_000 || key > 999_999_999) {
            return Optional.empty();
        }
        long debtMinor = key % 100_000;
        long penalty = debtMinor / 100;
        List<Line> lines = List.of(line(Service.HEAT, debtMinor - penalty), line(Service.PENALTY, penalty));
        return Optional.of(heatAccount(key, addressOf(key), lines, heatMeter("T" + heatNumber(key), key % 10_000)));
    }

    private static CustomerAccount heatAccount(long key, String address, List<Line> lines, Meter meter) {
        return new CustomerAccount(
                Supplier.HEAT_TEST, key, heatNumber(key), address, true, null, lines, List.of(meter));
    }

    private static Meter heatMeter(String serial, long previousThousandths) {
        LocalDate calibration = LocalDate.of(2029, 9, 1);
        BigDecimal previous = BigDecimal.valueOf(previousThousandths, 3);
        return new Meter(serial, "Пульсар Т", 5, 3, "Gcal", calibration, previous, OPENING_DATE);
    }

    private static String heatNumber(long key) {
        return "%09d".formatted(key);
    }

    private static Line line(Service service, long amountMinor) {
        return new Line(service, amountMinor);
    }

    private static String addressOf(long key) {
        String street = STREETS.get((int) (key % STREETS.size()));
        return "г Тестовск, %s, д. %d, кв. %d".formatted(street, 1 + key / 7 % 150, 1 + key / 1050 % 300);
    }
}

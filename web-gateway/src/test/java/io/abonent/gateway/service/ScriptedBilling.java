package io.abonent.gateway.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Billing as a test wants it: every answer can be replaced, every command is kept. */
public final class ScriptedBilling implements BillingService {

    public static final Instant NOW = Instant.parse("2026-11-25T12:30:00Z");
    public static final UUID METER = UUID.fromString("0198c000-0000-7000-8000-00000000000e");
    public static final UUID QUOTE = UUID.fromString("0198c000-0000-7000-8000-00000000000f");
    public static final UUID PAYMENT = UUID.fromString("0198c000-0000-7000-8000-000000000010");

    public Supplier<Overview> overview = () -> overviewOf(itemOf(ScriptedAccounts.ACCOUNT, 123_456));
    public Function<UUID, Balance> balance = account -> balanceOf(account, 123_456);
    public Supplier<Quote> newQuote = () -> quoteOf(123_456, null);
    public Supplier<Quote> knownQuote = () -> quoteOf(123_456, null);
    public Supplier<Payment> newPayment = () -> paymentOf(PaymentStatus.PENDING, "https://pay.example/1");
    public Supplier<Payment> knownPayment = () -> paymentOf(PaymentStatus.PENDING, "https://pay.example/1");
    public Supplier<Payments> payments = () -> new Payments(List.of(), null);
    public Function<UUID, Meters> meters = account -> metersOf(true, null);
    public Function<Readings, ReadingResults> results = ScriptedBilling::acceptAll;
    public Supplier<ReadingHistory> history = () -> new ReadingHistory(List.of(), null);

    public final List<QuoteRequest> quoted = new ArrayList<>();
    public final List<PaymentRequest> paid = new ArrayList<>();
    public final List<Readings> handedIn = new ArrayList<>();
    public final List<String> keys = new ArrayList<>();

    public static Balance balanceOf(UUID account, long dueMinor) {
        return new Balance(
                account,
                dueMinor,
                0,
                0,
                "RUB",
                NOW.minusSeconds(120),
                // As on the wire: it is there only when it is true.
                null,
                List.of(new Line("Газоснабжение", dueMinor)));
    }

    public static Overview overviewOf(OverviewItem... items) {
        return new Overview(List.of(items));
    }

    public static OverviewItem itemOf(UUID account, long dueMinor) {
        return new OverviewItem(
                account,
                balanceOf(account, dueMinor),
                metersOf(true, null).items().getFirst().window());
    }

    public static Quote quoteOf(long minor, @Nullable UUID paymentId) {
        return new Quote(
                QUOTE,
                minor,
                "RUB",
                NOW.plusSeconds(870),
                paymentId,
                List.of(new QuotePart(ScriptedAccounts.ACCOUNT, QuoteMode.DEBT, minor)));
    }

    public static Payment paymentOf(PaymentStatus status, @Nullable String confirmationUrl) {
        boolean paid = status == PaymentStatus.PAID || status == PaymentStatus.POSTED;
        boolean posted = status == PaymentStatus.POSTED;
        return paymentOf(
                status,
                confirmationUrl,
                null,
                posted ? FiscalStatus.REGISTERED : paid ? FiscalStatus.QUEUED : FiscalStatus.NONE,
                posted ? SupplierStatus.ACKED : paid ? SupplierStatus.SENT : SupplierStatus.NONE);
    }

    public static Payment paymentOf(
            PaymentStatus status,
            @Nullable String confirmationUrl,
            @Nullable String failure,
            FiscalStatus fiscal,
            SupplierStatus supplier) {
        boolean paid = status == PaymentStatus.PAID || status == PaymentStatus.POSTED;
        String receipt = fiscal == FiscalStatus.REGISTERED ? "https://receipt.example/1" : null;
        return new Payment(
                PAYMENT,
                status,
                123_456,
                "RUB",
                PaymentMethod.SBP,
                confirmationUrl,
                NOW.minusSeconds(90),
                NOW.plusSeconds(3_000),
                paid ? NOW.minusSeconds(30) : null,
                status == PaymentStatus.POSTED ? NOW.minusSeconds(5) : null,
                failure,
                null,
                List.of(new PaymentPart(
                        UUID.randomUUID(), ScriptedAccounts.ACCOUNT, 123_456, fiscal, supplier, receipt)));
    }

    public static Meters metersOf(boolean open, @Nullable String previous) {
        Previous before = previous == null ? null : new Previous(previous, LocalDate.of(2026, 10, 24));
        return new Meters(List.of(new Meter(
                METER,
                "••••7733",
                "Гранд-4",
                LocalDate.of(2029, 5, 1),
                List.of(new Register("T1", "m3", before)),
                new Window(
                        open ? WindowMode.ALWAYS : WindowMode.HARD_WINDOW,
                        LocalDate.of(2026, 12, 15),
                        LocalDate.of(2026, 12, 25),
                        open,
                        "2026-12"))));
    }

    public static ReadingResults refuseAll(Readings readings, String code, @Nullable LocalDate opensOn) {
        return new ReadingResults(readings.readings().stream()
                .map(reading ->
                        new ReadingResult(reading.meterId(), null, ReadingStatus.REJECTED, code, null, null, opensOn))
                .toList());
    }

    private static ReadingResults acceptAll(Readings readings) {
        return new ReadingResults(readings.readings().stream()
                .map(reading -> new ReadingResult(
                        reading.meterId(),
                        UUID.randomUUID(),
                        ReadingStatus.SUBMITTED,
                        null,
                        List.of(),
                        "2026-12",
                        null))
                .toList());
    }

    public static PastReading pastOf(String value, String period, ReadingStatus status, Instant at) {
        return new PastReading(
                UUID.randomUUID(), METER, status, period, List.of(new RecordedValue("T1", value, "m3")), at, at);
    }

    public BigDecimal onlyValue() {
        return handedIn.getLast().readings().getFirst().registers().getFirst().value();
    }

    @Override
    public Overview overview() {
        return overview.get();
    }

    @Override
    public Balance balance(UUID supplyAccountId) {
        return balance.apply(supplyAccountId);
    }

    @Override
    public Quote quote(IdempotencyKey key, QuoteRequest request) {
        keys.add(key.value());
        quoted.add(request);
        return newQuote.get();
    }

    @Override
    public Quote quote(UUID quoteId) {
        return knownQuote.get();
    }

    @Override
    public Payment pay(IdempotencyKey key, PaymentRequest request) {
        keys.add(key.value());
        paid.add(request);
        return newPayment.get();
    }

    @Override
    public Payment payment(UUID paymentId) {
        return knownPayment.get();
    }

    @Override
    public Payments payments(@Nullable String cursor, @Nullable Integer limit) {
        return payments.get();
    }

    @Override
    public Meters meters(UUID supplyAccountId) {
        return meters.apply(supplyAccountId);
    }

    @Override
    public ReadingResults submit(IdempotencyKey key, Readings readings) {
        keys.add(key.value());
        handedIn.add(readings);
        return results.apply(readings);
    }

    @Override
    public ReadingHistory readings(UUID meterId, @Nullable String cursor, @Nullable Integer limit) {
        return history.get();
    }
}

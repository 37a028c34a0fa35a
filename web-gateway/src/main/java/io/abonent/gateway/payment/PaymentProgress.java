package io.abonent.gateway.payment;

import io.abonent.gateway.service.BillingService.FiscalStatus;
import io.abonent.gateway.service.BillingService.Payment;
import io.abonent.gateway.service.BillingService.PaymentPart;
import io.abonent.gateway.service.BillingService.PaymentStatus;
import io.abonent.gateway.service.BillingService.SupplierStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a payment is, in the words of the person who pays. What nobody knows yet is said to be unknown.
 *
 * @param name the state: a key of {@code messages/payment}
 * @param moving it can still change by itself
 * @param everySeconds how often to look while it does
 */
public record PaymentProgress(String name, Sign sign, List<Step> steps, boolean moving, int everySeconds) {

    private static final int OFTEN = 3;
    private static final int SELDOM = 30;
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final Set<String> KNOWN_REASONS =
            Set.of("DECLINED", "CANCELLED_BY_CUSTOMER", "EXPIRED", "PROVIDER_REFUSED");

    /** As in the fragment {@code state}. */
    public enum Sign {
        GOOD,
        WAIT,
        BAD,
        QUIET;

        public String kind() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param link where more is to be seen: the receipt */
    public record Step(String name, Sign sign, @Nullable String link) {}

    public static PaymentProgress of(Payment payment, Instant now) {
        boolean moving = moving(payment);
        Instant last = payment.paidAt() == null ? payment.createdAt() : payment.paidAt();
        int every = Duration.between(last, now).compareTo(SOON) < 0 ? OFTEN : SELDOM;
        return new PaymentProgress(name(payment), sign(payment), steps(payment), moving, every);
    }

    private static String name(Payment payment) {
        return switch (payment.status()) {
            case PENDING -> payment.confirmationUrl() == null ? "asking" : "waiting";
            case PAID -> anyRejected(payment) ? "rejected" : "paid";
            case POSTED -> "posted";
            case FAILED -> failed(payment.failureReason());
            case EXPIRED -> failed("EXPIRED");
            case CANCELLED -> failed("CANCELLED_BY_CUSTOMER");
            case UNKNOWN -> "asking";
        };
    }

    private static String failed(@Nullable String reason) {
        return "failed." + (reason != null && KNOWN_REASONS.contains(reason) ? reason : "OTHER");
    }

    private static Sign sign(Payment payment) {
        return switch (payment.status()) {
            case PENDING, UNKNOWN -> Sign.WAIT;
            case PAID -> anyRejected(payment) ? Sign.WAIT : Sign.GOOD;
            case POSTED -> Sign.GOOD;
            case FAILED, EXPIRED, CANCELLED -> Sign.BAD;
        };
    }

    private static boolean moving(Payment payment) {
        return switch (payment.status()) {
            case PENDING, UNKNOWN -> true;
            case PAID, POSTED -> payment.parts().stream().anyMatch(PaymentProgress::open);
            case FAILED, EXPIRED, CANCELLED -> false;
        };
    }

    private static boolean open(PaymentPart part) {
        boolean receiptOpen = part.fiscalStatus() == FiscalStatus.NONE || part.fiscalStatus() == FiscalStatus.QUEUED;
        boolean supplierOpen =
                part.supplierStatus() == SupplierStatus.NONE || part.supplierStatus() == SupplierStatus.SENT;
        return receiptOpen || supplierOpen;
    }

    private static boolean anyRejected(Payment payment) {
        return payment.parts().stream().anyMatch(part -> part.supplierStatus() == SupplierStatus.REJECTED);
    }

    /** Only once the money has come: before, there is nothing to follow. */
    private static List<Step> steps(Payment payment) {
        if (payment.status() != PaymentStatus.PAID && payment.status() != PaymentStatus.POSTED) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new Step("money", Sign.GOOD, null)),
                        payment.parts().stream().flatMap(part -> Stream.of(receipt(part), supplier(part))))
                .toList();
    }

    private static Step receipt(PaymentPart part) {
        return switch (part.fiscalStatus()) {
            case REGISTERED -> new Step("receipt.REGISTERED", Sign.GOOD, web(part.receiptUrl()));
            case FAILED -> new Step("receipt.FAILED", Sign.WAIT, null);
            case NONE, QUEUED, UNKNOWN -> new Step("receipt.QUEUED", Sign.WAIT, null);
        };
    }

    private static Step supplier(PaymentPart part) {
        return switch (part.supplierStatus()) {
            case ACKED -> new Step("supplier.ACKED", Sign.GOOD, null);
            case REJECTED -> new Step("supplier.REJECTED", Sign.BAD, null);
            case NONE, SENT, UNKNOWN -> new Step("supplier.SENT", Sign.WAIT, null);
        };
    }

    /** A link is only followed to a page of the web, whatever a partner sent. */
    static @Nullable String web(@Nullable String url) {
        if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
            return null;
        }
        try {
            return new URI(url).getHost() == null ? null : url;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}

package io.abonent.simulators.fiscal;

import io.abonent.simulators.fiscal.ReceiptOrder.Receipt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in the register's memory.
 *
 * @param operation {@code sell} or {@code sell_refund}
 * @param readyAt before this moment the register says {@code wait}
 * @param number fiscal document number (1040); 0 when the receipt failed
 * @param attribute fiscal attribute of the document (1077), ten digits
 * @param failure why it was not registered
 */
record FiscalDocument(
        String uuid,
        String externalId,
        String operation,
        Receipt receipt,
        Instant orderedAt,
        Instant readyAt,
        long number,
        String attribute,
        int shift,
        int numberInShift,
        @Nullable String failure) {

    static final String FN_NUMBER = "9960440503121984";
    static final String KKT_NUMBER = "0007654321012345";

    private static final DateTimeFormatter QR_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm", Locale.ROOT);

    boolean isReadyAt(Instant now) {
        return !now.isBefore(readyAt);
    }

    BigDecimal total() {
        return Objects.requireNonNull(receipt.total()).setScale(2, RoundingMode.UNNECESSARY);
    }

    /** What the QR code of the receipt says, by which anyone can check it. */
    String qr(ZoneId zone) {
        String sign = operation.equals("sell") ? "1" : "2";
        return "t=%s&s=%s&fn=%s&i=%d&fp=%s&n=%s"
                .formatted(
                        readyAt.atZone(zone).format(QR_TIME),
                        total().toPlainString(),
                        FN_NUMBER,
                        number,
                        attribute,
                        sign);
    }
}

package io.abonent.simulators.fiscal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rates of VAT which the register knows (tag 1199). */
enum VatRate {
    NONE("none", "без НДС", 0, 100),
    VAT0("vat0", "НДС 0%", 0, 100),
    VAT10("vat10", "НДС 10%", 10, 110),
    VAT20("vat20", "НДС 20%", 20, 120),
    VAT22("vat22", "НДС 22%", 22, 122),
    VAT110("vat110", "НДС 10/110", 10, 110),
    VAT120("vat120", "НДС 20/120", 20, 120),
    VAT122("vat122", "НДС 22/122", 22, 122);

    private final String code;
    private final String title;
    private final BigDecimal share;
    private final BigDecimal whole;

    VatRate(String code, String title, int share, int whole) {
        this.code = code;
        this.title = title;
        this.share = BigDecimal.valueOf(share);
        this.whole = BigDecimal.valueOf(whole);
    }

    static @Nullable VatRate of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(rate -> rate.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    String title() {
        return title;
    }

    /** The tax contained in a gross sum. */
    BigDecimal within(BigDecimal gross) {
        return gross.multiply(share).divide(whole, 2, RoundingMode.HALF_UP);
    }
}

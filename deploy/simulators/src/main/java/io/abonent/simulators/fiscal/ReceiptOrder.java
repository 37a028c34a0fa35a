package io.abonent.simulators.fiscal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A receipt as the house orders it, in the shape of ATOL Online v5; sums in roubles with kopecks. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ReceiptOrder(@Nullable String externalId, @Nullable Receipt receipt) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Receipt(
            @Nullable Client client,
            @Nullable Company company,
            @Nullable List<Item> items,
            @Nullable List<Payment> payments,
            @Nullable BigDecimal total) {}

    record Client(@Nullable String phone, @Nullable String email) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Company(@Nullable String inn, @Nullable String paymentAddress) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Item(
            @Nullable String name,
            @Nullable BigDecimal price,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal sum,
            @Nullable Vat vat,
            @Nullable String paymentMethod,
            @Nullable String paymentObject) {}

    record Vat(@Nullable String type) {}

    record Payment(@Nullable Integer type, @Nullable BigDecimal sum) {}
}

package io.abonent.billing.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.abonent.billing.balance.BalanceView;
import io.abonent.billing.meter.WindowView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OverviewView(List<Item> items) {

    /**
     * @param balance absent if the supplier has never given figures and does not now
     * @param window when its meters are read; absent without meters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID supplyAccountId,
            @Nullable BalanceView balance,
            @Nullable WindowView window) {}
}

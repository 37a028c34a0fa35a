package io.abonent.billing.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param nextCursor pass it as {@code cursor} for the next page; absent on the last */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentsView(List<PaymentView> items, @Nullable String nextCursor) {}

package io.abonent.notification.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param nextCursor absent on the last page */
record TicketPage(List<TicketView> items, @Nullable UUID nextCursor) {}

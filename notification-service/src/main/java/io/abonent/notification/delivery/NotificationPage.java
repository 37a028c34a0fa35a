package io.abonent.notification.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param nextCursor absent on the last page */
record NotificationPage(
        List<NotificationView> items, @Nullable UUID nextCursor) {}

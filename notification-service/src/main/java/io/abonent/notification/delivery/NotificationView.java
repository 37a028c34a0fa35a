package io.abonent.notification.delivery;

import io.abonent.notification.channel.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param targetMasked where it went, as far as it may be shown */
record NotificationView(
        UUID notificationId,
        String kind,
        String title,
        @Nullable Channel channel,
        @Nullable String targetMasked,
        DeliveryState state,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt) {}

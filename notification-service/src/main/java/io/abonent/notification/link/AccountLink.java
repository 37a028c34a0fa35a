package io.abonent.notification.link;

import java.util.UUID;

public record AccountLink(
        UUID linkId, UUID userId, UUID supplyAccountId, UUID supplierId, String accountNumberMasked) {}

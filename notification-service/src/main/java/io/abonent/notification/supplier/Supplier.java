package io.abonent.notification.supplier;

import java.time.ZoneId;
import java.util.UUID;

/** @param supportEmail empty if the platform answers for this supplier */
public record Supplier(UUID supplierId, String name, ZoneId timeZone, String supportEmail) {}

package io.abonent.notification.delivery;

/** The stored name of a {@link Ground}. */
enum DeliveryGround {
    TRANSACTIONAL,
    MARKETING
}

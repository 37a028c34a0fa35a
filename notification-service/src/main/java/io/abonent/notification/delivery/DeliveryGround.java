package io.abonent.notification.delivery;

/** The stored name of a {@link Ground}. */
enum DeliveryGround {
    TRANSACTIONAL,
    MARKETING;

    static DeliveryGround of(Ground ground) {
        return switch (ground) {
            case Ground.Transactional _ -> TRANSACTIONAL;
            case Ground.Marketing _ -> MARKETING;
        };
    }
}

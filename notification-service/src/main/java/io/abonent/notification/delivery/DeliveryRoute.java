package io.abonent.notification.delivery;

/** How the place a delivery goes to is found. */
enum DeliveryRoute {
    /** To a user by the better of their contacts. */
    PREFERRED,
    /** To one certain contact of a user. */
    CONTACT,
    SMS,
    EMAIL,
    SUPPORT
}

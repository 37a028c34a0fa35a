package io.abonent.notification.channel;

public enum Channel {
    SMS,
    EMAIL
}

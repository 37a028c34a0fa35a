package io.abonent.bench.fault;

import io.abonent.bench.house.House;
import java.time.Duration;
import java.util.Locale;

/** What services are connected to, and how slow it is when it is slow: a pause before each chunk, there and back. */
public enum Wire {
    POSTGRES(0, Duration.ofMillis(200)),
    /** 5 s per request (F-13). */
    KAFKA(1, Duration.ofMillis(2_500)),
    /** Payment provider, back offices of suppliers, cash register. */
    PARTNERS(2, Duration.ofMillis(1_200)),
    SMS(3, Duration.ofMillis(1_200));

    private static final int BROKER_LISTENER = 4;

    private final int number;
    private final Duration slowness;

    Wire(int number, Duration slowness) {
        this.number = number;
        this.slowness = slowness;
    }

    int upstream(House house) {
        return switch (this) {
            case POSTGRES -> house.databasePort();
            case KAFKA -> brokerListener(house);
            case PARTNERS -> house.simulatorsPort();
            case SMS -> house.smsPort();
        };
    }

    /** A broker tells clients where to find it: whoever comes through the proxy has to be told the proxy's port. */
    public static int brokerListener(House house) {
        return house.proxyPort(BROKER_LISTENER);
    }

    /** Where its proxy listens. */
    public int port(House house) {
        return house.proxyPort(number);
    }

    Duration slowness() {
        return slowness;
    }

    /** As a victim is named. */
    String victim() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Wire of(String victim) {
        return valueOf(victim.toUpperCase(Locale.ROOT));
    }
}

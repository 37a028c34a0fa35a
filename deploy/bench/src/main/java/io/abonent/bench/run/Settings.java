package io.abonent.bench.run;

import io.abonent.bench.house.House;
import io.abonent.bench.world.Databases;
import java.util.Map;
import java.util.TreeMap;

/** What a house on the bench has otherwise than at home: ways that can be cut, and room for a crowd. */
public final class Settings {

    private Settings() {}

    static Map<String, String> of(House house) {
        Map<String, String> settings = new TreeMap<>(forACrowd());
        for (String service : Databases.SERVICES) {
            settings.put(
                    service + ".spring.datasource.url",
                    "jdbc:postgresql://localhost:" + house.proxyPort(0) + "/" + service);
        }
        return settings;
    }

    public static Map<String, String> forACrowd() {
        Map<String, String> settings = new TreeMap<>();
        // Budgets against abuse, sized for people, not for a crowd from one address.
        settings.put("identity.abonent.limits.sms-per-prefix-hour", "100000");
        settings.put("identity.abonent.limits.sms-per-hour", "10000000");
        settings.put("account.abonent.linking.misses-per-supplier.attempts", "1000000");
        settings.put("notification.abonent.delivery.sms-per-day", "1000");
        settings.put("notification.abonent.delivery.sms-per-second", "200");
        return settings;
    }
}

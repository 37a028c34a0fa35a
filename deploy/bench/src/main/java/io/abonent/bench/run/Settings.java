package io.abonent.bench.run;

import io.abonent.bench.fault.Wire;
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
                    "jdbc:postgresql://localhost:" + Wire.POSTGRES.port(house) + "/" + service);
        }
        return settings;
    }

    /** Also the broker and the partners are reached through proxies. */
    static Map<String, String> behindWires(House house) {
        Map<String, String> settings = new TreeMap<>(of(house));
        int broker = Wire.brokerListener(house);
        settings.put(
                "kafka.listeners",
                "PLAINTEXT://localhost:%d,PROXIED://localhost:%d,CONTROLLER://localhost:%d"
                        .formatted(house.brokerPort(), broker, house.brokerControllerPort()));
        settings.put(
                "kafka.advertised.listeners",
                "PLAINTEXT://localhost:%d,PROXIED://localhost:%d"
                        .formatted(house.brokerPort(), Wire.KAFKA.port(house)));
        settings.put(
                "kafka.listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT");
        for (String service : Databases.SERVICES) {
            settings.put(service + ".spring.kafka.bootstrap-servers", "localhost:" + Wire.KAFKA.port(house));
        }
        String partners = "http://localhost:" + Wire.PARTNERS.port(house);
        settings.put("account.abonent.back-office.url", partners + "/back-office/{supplierCode}");
        settings.put("billing.abonent.back-office.url", partners + "/back-office/{supplierCode}");
        settings.put("billing.abonent.payment-provider.url", partners + "/yookassa/v3");
        settings.put("billing.abonent.fiscal.url", partners + "/fiscal/v5");
        // Partners are away again and again: waiting half an hour for the next try would outlast the run.
        settings.put("account.abonent.linking.longest-retry", "1m");
        settings.put("notification.abonent.sms.port", Integer.toString(Wire.SMS.port(house)));
        return settings;
    }

    /** Services read the time through libfaketime, from a file each. */
    static Map<String, String> withClocks(House house) {
        Map<String, String> settings = new TreeMap<>(of(house));
        String library = FakeTime.library().toString();
        for (String service : Databases.SERVICES) {
            String variable = service + ".environment.";
            settings.put(variable + "LD_PRELOAD", library);
            settings.put(
                    variable + "FAKETIME_TIMESTAMP_FILE",
                    house.clocks().of(service).toString());
            settings.put(variable + "FAKETIME_CACHE_DURATION", "1");
            settings.put(variable + "FAKETIME_DONT_FAKE_MONOTONIC", "1");
            // Else whoever waits for a while does not wait at all, and the JVM spins.
            settings.put(variable + "FAKETIME_FORCE_MONOTONIC_FIX", "0");
        }
        return settings;
    }

    public static Map<String, String> forACrowd() {
        Map<String, String> settings = new TreeMap<>();
        // Budgets against abuse, sized for people, not for a crowd from one address.
        settings.put("identity.abonent.limits.sms-per-prefix-hour", "100000");
        settings.put("identity.abonent.limits.sms-per-hour", "10000000");
        settings.put("account.abonent.linking.misses-per-supplier.attempts", "1000000");
        // While a supplier is silent its links wait, and the crowd tries with one account after the other.
        settings.put("account.abonent.linking.per-hour.attempts", "1000");
        settings.put("account.abonent.linking.per-day.attempts", "1000");
        settings.put("notification.abonent.delivery.sms-per-day", "1000");
        settings.put("notification.abonent.delivery.sms-per-second", "200");
        return settings;
    }
}

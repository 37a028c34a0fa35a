package io.abonent.gateway;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Of every gateway of the tests; a second instance gets the same. */
public final class TestSettings {

    private TestSettings() {}

    public static Map<String, Object> all() {
        TestDatabase database = TestDatabase.get();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        // Cookies as in production; the tests' browser sends them over http all the same.
        settings.put("abonent.public-url", "https://kabinet.example");
        settings.put("abonent.security.issuer", FakeServices.ISSUER);
        settings.put("abonent.services.identity", FakeServices.IDENTITY.url());
        settings.put("abonent.services.consent", FakeServices.CONSENT.url());
        settings.put("abonent.services.account", FakeServices.ACCOUNT.url());
        settings.put("abonent.services.billing", FakeServices.BILLING.url());
        settings.put("abonent.services.notification", FakeServices.NOTIFICATION.url());
        settings.put("abonent.client.private-jwk", FakeServices.GATEWAY_KEY.toJSONString());
        settings.put("abonent.sessions.encryption-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("abonent.page.form-targets", "https://pay.example");
        // A slow client is to be waited for by a test, too.
        settings.put("server.tomcat.connection-timeout", "3s");
        settings.put("abonent.server.form-timeout", "2s");
        // The outages of one test must not close the way for the next.
        settings.put("abonent.calls.failures-of", 1000);
        return settings;
    }
}

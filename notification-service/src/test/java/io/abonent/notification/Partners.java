package io.abonent.notification;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.abonent.notification.seal.Sealing;
import io.abonent.notification.sms.SmsCentre;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Started once per JVM; tests tell their messages apart by their own numbers and addresses. */
public final class Partners implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final SmsCentre SMS = new SmsCentre().start();
    public static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());
    public static final WireMockServer ACCOUNT =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    static {
        MAIL.start();
        ACCOUNT.start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "partners",
                        Map.of(
                                "abonent.sms.host",
                                "localhost",
                                "abonent.sms.port",
                                SMS.port(),
                                "abonent.sms.system-id",
                                SmsCentre.SYSTEM_ID,
                                "abonent.sms.password",
                                SmsCentre.PASSWORD,
                                "spring.mail.host",
                                "localhost",
                                "spring.mail.port",
                                MAIL.getSmtp().getPort(),
                                "abonent.services.account",
                                ACCOUNT.baseUrl(),
                                "abonent.guard.timeout",
                                "2s",
                                "abonent.verification.private-jwk",
                                Sealing.privateJwk())));
    }
}

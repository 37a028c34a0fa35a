package io.abonent.simulators;

import io.abonent.simulators.mailbox.MailServer;
import io.abonent.simulators.sms.SmsCentre;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The whole application on free ports. One instance serves most tests; those about restarts start their own. */
public final class RunningSimulators implements AutoCloseable {

    public static final String API_KEY = "supplier-key";
    public static final String SHOP = "shop-1";
    public static final String SHOP_KEY = "shop-key";
    public static final String FISCAL_TOKEN = "fiscal-token";
    public static final String SMS_PASSWORD = "sms-pass";

    private final ServletWebServerApplicationContext context;
    private final House house;

    private RunningSimulators(ServletWebServerApplicationContext context, House house) {
        this.context = context;
        this.house = house;
    }

    private static final class Shared {
        private static final RunningSimulators INSTANCE = start(temporaryDirectory());
    }

    public static RunningSimulators shared() {
        return Shared.INSTANCE;
    }

    public static RunningSimulators start(Path dataDir, String... more) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        House house = House.open();
        List<String> args = new ArrayList<>(List.of(
                "--server.port=0",
                "--simulators.smpp.port=0",
                "--simulators.smtp.port=0",
                "--simulators.smpp.password=" + SMS_PASSWORD,
                "--simulators.smpp.receipt-delay=50ms",
                "--simulators.data-dir=" + dataDir,
                "--simulators.public-url=http://simulators.test",
                "--simulators.back-office.api-key=" + API_KEY,
                "--simulators.payment-provider.shop-id=" + SHOP,
                "--simulators.payment-provider.secret-key=" + SHOP_KEY,
                "--simulators.payment-provider.notification-url=" + house.url(),
                "--simulators.payment-provider.notification-retries=100ms,200ms",
                "--simulators.fiscal.token=" + FISCAL_TOKEN,
                "--simulators.fiscal.registration-delay=100ms"));
        args.addAll(List.of(more));
        return new RunningSimulators(
                (ServletWebServerApplicationContext)
                        SpringApplication.run(SimulatorsApplication.class, args.toArray(String[]::new)),
                house);
    }

    public static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("simulators");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Calls calls() {
        return new Calls(URI.create("http://localhost:" + httpPort()));
    }

    public int httpPort() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    public int smppPort() {
        return context.getBean(SmsCentre.class).port();
    }

    public int smtpPort() {
        return context.getBean(MailServer.class).port();
    }

    /** The house at the other end: it takes the provider's notifications. */
    public House house() {
        return house;
    }

    @Override
    public void close() {
        context.close();
        house.close();
    }
}

package io.abonent.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.AtOnce;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.MovableClock;
import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import io.abonent.platform.web.ClientAddress;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class AddressLimitsIT {

    private static final ClientAddress HERE = ClientAddress.of("127.0.0.1");

    private final AddressLimits limits;
    private final UsageLimits usage;
    private final LimitProperties properties;
    private final MovableClock clock;

    @Autowired
    AddressLimitsIT(AddressLimits limits, UsageLimits usage, LimitProperties properties, MovableClock clock) {
        this.limits = limits;
        this.usage = usage;
        this.properties = properties;
        this.clock = clock;
    }

    @Test
    void limitsAnAddressAndOnlyIt() {
        ClientAddress one = ClientAddress.of("192.0.2.1");
        long granted = IntStream.range(0, properties.registrationsPerAddress() + 10)
                .filter(time -> limits.registration(one) instanceof Allowance.Granted)
                .count();

        assertThat(granted).isEqualTo(properties.registrationsPerAddress());
        assertThat(limits.registration(ClientAddress.of("192.0.2.2"))).isEqualTo(Allowance.granted());
        assertThat(limits.signIn(one)).isEqualTo(Allowance.granted());
        clock.advance(properties.addressWindow().plusSeconds(1));
        assertThat(limits.registration(one)).isEqualTo(Allowance.granted());
    }

    @Test
    void countsNothingFromThisMachineLocally() {
        for (int time = 0; time < properties.registrationsPerAddress() * 2; time++) {
            assertThat(limits.registration(HERE)).isEqualTo(Allowance.granted());
        }
    }

    @Test
    @DisplayName(
            "F-67: numbers of one block pumped from many addresses end at the block's budget; other blocks are served")
    void capsTheCostOfOneBlock() {
        long granted = IntStream.range(0, 1_000)
                .filter(number -> limits.message(phone("+7955666" + (1_000 + number)), address(number))
                        instanceof Allowance.Granted)
                .count();

        assertThat(granted).isEqualTo(properties.smsPerPrefixHour());
        assertThat(limits.message(phone("+79557771234"), address(1))).isEqualTo(Allowance.granted());
        Login mail = new Login(LoginType.EMAIL, "masha@example.ru", "masha@example.ru");
        assertThat(limits.message(mail, address(1))).isEqualTo(Allowance.granted());
    }

    @Test
    void countsTogetherWhatComesAtOnce() {
        long granted = AtOnce.run(40, () -> usage.take("at-once", 7, Duration.ofHours(1))).stream()
                .filter(Allowance.Granted.class::isInstance)
                .count();

        assertThat(granted).isEqualTo(7);
    }

    @Test
    void saysWhenToComeBack() {
        usage.take("come-back", 1, Duration.ofMinutes(10));

        assertThat(usage.take("come-back", 1, Duration.ofMinutes(10)))
                .isInstanceOfSatisfying(
                        Allowance.Refused.class,
                        refused -> assertThat(refused.retryAfter())
                                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
    }

    private static Login phone(String number) {
        return new Login(LoginType.PHONE, number, number);
    }

    private static ClientAddress address(int number) {
        return ClientAddress.of("198.51.100." + number % 250);
    }
}

package io.abonent.identity.housekeeping;

import static io.abonent.identity.Customers.PASSWORD;
import static io.abonent.identity.Customers.newMailbox;
import static io.abonent.identity.Customers.newPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.identity.Customers;
import io.abonent.identity.IdentityTest;
import io.abonent.identity.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class HousekeepingIT {

    private final Housekeeping housekeeping;
    private final Customers customers;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    @Autowired
    HousekeepingIT(Housekeeping housekeeping, Customers customers, MovableClock clock, JdbcClient jdbc) {
        this.housekeeping = housekeeping;
        this.customers = customers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void keepsWhatIsStillNeededAndDeletesTheRest() {
        String phone = newPhone();
        customers.registered(phone);
        String token = customers.signedIn(phone).text("refresh_token");
        customers.http().register(newMailbox(), PASSWORD);
        customers.http().challenge(newPhone(), "Drugoy77");
        housekeeping.sweep();
        assertThat(rows("registration")).isPositive();
        assertThat(rows("verification")).isPositive();
        assertThat(rows("sign_in_lock")).isPositive();
        assertThat(rows("sign_in_session")).isPositive();

        clock.advance(Duration.ofDays(3));
        housekeeping.sweep();
        assertThat(rows("registration")).isZero();
        assertThat(rows("verification")).isZero();
        assertThat(rows("verification_message")).isZero();
        assertThat(rows("usage_limit")).isZero();
        assertThat(rows("sign_in_lock")).isZero();
        assertThat(rows("authorization_code")).isZero();
        assertThat(customers.http().refresh(token).status()).isEqualTo(200);
        assertThat(customers.http().challenge(phone, PASSWORD).status()).isEqualTo(200);

        clock.advance(Duration.ofDays(92));
        housekeeping.sweep();
        assertThat(rows("sign_in_session")).isZero();
        assertThat(rows("cabinet_user")).isPositive();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}

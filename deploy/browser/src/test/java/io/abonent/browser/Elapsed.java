package io.abonent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.local.journey.Customer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Time that nobody has to wait for: what was sent to a person was sent earlier than it was. */
final class Elapsed {

    private Elapsed() {}

    /** Codes, links and the pause before the next message. */
    static void sinceTheLastMessageTo(Customer who, Duration time) {
        try (Connection identity = DriverManager.getConnection(Person.SYSTEM.database("identity"));
                PreparedStatement earlier = identity.prepareStatement("""
                        update verification
                           set issued_at = issued_at - ? * interval '1 second',
                               code_expires_at = code_expires_at - ? * interval '1 second',
                               link_expires_at = link_expires_at - ? * interval '1 second',
                               resend_available_at = resend_available_at - ? * interval '1 second'
                         where target = ? and status = 'ISSUED'
                        """)) {
            for (int column = 1; column <= 4; column++) {
                earlier.setLong(column, time.toSeconds());
            }
            earlier.setString(5, who.address);
            assertThat(earlier.executeUpdate()).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

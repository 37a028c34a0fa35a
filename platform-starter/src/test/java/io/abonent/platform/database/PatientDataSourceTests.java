package io.abonent.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** F-16. */
class PatientDataSourceTests {

    private final DataSource database = mock(DataSource.class);
    private final Connection connection = mock(Connection.class);
    private final PatientDataSource patient = new PatientDataSource(database);

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P03"})
    void asksAgainWhoIsAboutToListen(String sqlState) throws SQLException {
        SQLException notYet = new SQLException("not yet", sqlState);
        when(database.getConnection()).thenThrow(notYet, notYet, notYet).thenReturn(connection);
        when(database.getConnection(any(), any())).thenThrow(notYet).thenReturn(connection);

        assertThat(patient.getConnection()).isSameAs(connection);
        assertThat(patient.getConnection("abonent", "secret")).isSameAs(connection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "3D000"})
    void doesNotAskAgainWhoRefused(String sqlState) throws SQLException {
        SQLException no = new SQLException("no", sqlState);
        when(database.getConnection()).thenThrow(no);

        assertThatThrownBy(patient::getConnection).isSameAs(no);
        verify(database, times(1)).getConnection();
    }

    @Test
    void endsWithThePool() throws SQLException {
        when(database.getConnection()).thenThrow(new SQLException("not yet", "57P03"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(patient::getConnection).isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void everyPoolIsPatient() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://localhost:1/nobody", "spring.datasource.username=who")
                .run(context -> assertThat(
                                context.getBean(HikariDataSource.class).getDataSource())
                        .isInstanceOf(PatientDataSource.class));
    }
}

package io.abonent.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class DatabaseAutoConfiguration {

    @Bean
    static BeanPostProcessor patientPools() {
        return new PatientPools();
    }

    /** Puts what is patient between a pool, once it is configured, and what it would have made for itself. */
    private static final class PatientPools implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            if (bean instanceof HikariDataSource pool && pool.getDataSource() == null && pool.getJdbcUrl() != null) {
                pool.setDataSource(new PatientDataSource(new DriverDataSource(
                        pool.getJdbcUrl(),
                        pool.getDriverClassName(),
                        pool.getDataSourceProperties(),
                        pool.getUsername(),
                        pool.getPassword())));
            }
            return bean;
        }
    }
}

package io.abonent.platform.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Whoever asks for a second connection while holding one is refused: as many who do so at once as the pool is large wait for
 * each other until their time is over, and everybody with them. Applies once the service is ready, not to the test itself.
 */
final class OneConnectionAtATime implements BeanPostProcessor, ApplicationListener<ApplicationReadyEvent> {

    private static final String TEST = "main";

    private volatile boolean ready;

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource pool && beanName.equals("dataSource") ? new Counting(pool) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        private final ThreadLocal<AtomicInteger> held = ThreadLocal.withInitial(AtomicInteger::new);

        private Counting(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            AtomicInteger mine = held.get();
            if (ready && mine.get() > 0 && !Thread.currentThread().getName().equals(TEST)) {
                throw new IllegalStateException(
                        "A second connection while one is held: eight who do so empty the pool");
            }
            Connection connection = super.getConnection();
            mine.incrementAndGet();
            return counted(connection, mine);
        }

        private static Connection counted(Connection connection, AtomicInteger mine) {
            AtomicBoolean open = new AtomicBoolean(true);
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        if (method.getName().equals("close") && open.getAndSet(false)) {
                            mine.decrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}

package io.abonent.account;

import io.abonent.platform.guard.OwnerQuestion;
import java.util.function.Function;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class TemporaryGuard {

    @Bean
    OwnerQuestion.Factory questions() {
        return new OwnerQuestion.Factory() {
            @Override
            public <K> OwnerQuestion<K> question(String name, Function<K, Boolean> ask) {
                return key -> {
                    try {
                        return ask.apply(key);
                    } catch (RuntimeException e) {
                        return false;
                    }
                };
            }
        };
    }
}

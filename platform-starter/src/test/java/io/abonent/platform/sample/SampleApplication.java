package io.abonent.platform.sample;

import io.abonent.contracts.account.AccountLinked;
import io.abonent.platform.consume.EventConsumers;
import java.util.function.Consumer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.messaging.Message;

@SpringBootConfiguration
@EnableAutoConfiguration
@EntityScan(basePackageClasses = SampleApplication.class)
@EnableJpaRepositories(basePackageClasses = SampleApplication.class)
@Import({LinkWriting.class, LinkReplica.class})
public class SampleApplication {

    @Bean
    Consumer<Message<byte[]>> linkEvents(EventConsumers consumers, LinkReplica replica) {
        return consumers
                .named("linkEvents")
                .on(AccountLinked.class, replica::linked)
                .onTombstone(replica::erased)
                .build();
    }
}

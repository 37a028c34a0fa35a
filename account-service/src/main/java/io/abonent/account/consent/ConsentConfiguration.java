package io.abonent.account.consent;

import io.abonent.contracts.consent.ConsentDocumentPublished;
import io.abonent.contracts.consent.ConsentSigned;
import io.abonent.contracts.consent.ConsentWithdrawn;
import io.abonent.platform.consume.EventConsumers;
import io.abonent.platform.guard.OwnerQuestion;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.messaging.Message;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    Consumer<Message<byte[]>> consentEvents(
            EventConsumers consumers,
            ConsentDocuments documents,
            ConsentStandings standings,
            ConsentWithdrawals withdrawals) {
        return consumers
                .named("consentEvents")
                .on(ConsentDocumentPublished.class, (event, envelope) -> documents.published(event))
                .on(ConsentSigned.class, (event, envelope) -> standings.signed(event))
                .on(ConsentWithdrawn.class, (event, envelope) -> withdrawals.withdrawn(event, envelope.id()))
                .build();
    }

    @Bean
    ConsentGate consentGate(
            ConsentStandings standings,
            OwnerQuestion.Factory questions,
            Clock clock,
            RestClient.Builder http,
            @Value("${abonent.services.consent}") String consentService) {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(200))
                .build());
        // The guard gives up earlier; this only keeps an abandoned call from lasting.
        factory.setReadTimeout(Duration.ofSeconds(2));
        ConsentOwner owner = new ConsentOwner(
                http.baseUrl(consentService).requestFactory(factory).build());
        return new ConsentGate(standings, questions.confirmation("consent-signed", owner::signed), clock);
    }
}

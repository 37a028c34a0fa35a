package io.abonent.billing.partner;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Clients of our own services. The guard around each question gives up earlier; these limits end what it abandoned. */
@Component
public class Neighbours {

    private final RestClient.Builder http;
    private final JdkClientHttpRequestFactory connections;

    Neighbours(RestClient.Builder http) {
        this.http = http;
        this.connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(200))
                .build());
        this.connections.setReadTimeout(Duration.ofSeconds(2));
    }

    public RestClient client(String baseUrl) {
        return http.clone().baseUrl(baseUrl).requestFactory(connections).build();
    }
}

package io.abonent.account.supplier;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Speaks the back office protocol over HTTP. Whatever goes wrong is {@code Unavailable}, never a no and never a yes. */
@Component
class HttpSupplierBackOffice implements SupplierBackOffice {

    private static final Logger log = LoggerFactory.getLogger(HttpSupplierBackOffice.class);

    private final BackOfficeProperties properties;
    private final BackOfficeGuard guard;
    private final RestClient http;

    HttpSupplierBackOffice(BackOfficeProperties properties, BackOfficeGuard guard) {
        this.properties = properties;
        this.guard = guard;
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(properties.readTimeout());
        // Not Boot's observed builder: it would write the whole address, account number included, into every trace.
        this.http = RestClient.builder()
                .requestFactory(factory)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.apiKey())
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    @Override
    public AccountLookup findAccount(UUID supplierId, String accountNumber) {
        String code = properties.suppliers().get(supplierId);
        if (code == null) {
            log.warn("Supplier {} has no back office in abonent.back-office.suppliers", supplierId);
            return new AccountLookup.Unavailable();
        }
        return orElse(
                new AccountLookup.Unavailable(),
                code,
                () -> guard.reading(
                        code, () -> BackOfficeAnswers.lookup(getAccount(code, accountNumber), accountNumber)));
    }

    @Override
    public AccessCheck proveAccess(UUID supplierId, String accountRef, AccessMethod method, String secret) {
        String code = properties.suppliers().get(supplierId);
        if (code == null) {
            log.warn("Supplier {} has no back office in abonent.back-office.suppliers", supplierId);
            return AccessCheck.UNAVAILABLE;
        }
        return orElse(
                AccessCheck.UNAVAILABLE,
                code,
                () -> guard.once(
                        code, () -> BackOfficeAnswers.accessCheck(postAccessCheck(code, accountRef, method, secret))));
    }

    private BackOfficeAnswers.Raw getAccount(String code, String accountNumber) {
        return http.get()
                .uri(properties.url() + "/accounts?number={number}", code, accountNumber)
                .exchangeForRequiredValue((request, response) -> raw(response));
    }

    private BackOfficeAnswers.Raw postAccessCheck(String code, String accountRef, AccessMethod method, String secret) {
        return http.post()
                .uri(properties.url() + "/accounts/{ref}/access-checks", code, accountRef)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("method", method.name(), "secret", secret))
                .exchangeForRequiredValue((request, response) -> raw(response));
    }

    private static BackOfficeAnswers.Raw raw(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
            throws IOException {
        return new BackOfficeAnswers.Raw(
                response.getStatusCode().value(),
                response.getHeaders().getContentType(),
                response.getBody().readNBytes(BackOfficeAnswers.MAX_BODY + 1));
    }

    private static <T> T orElse(T unavailable, String code, Supplier<T> question) {
        try {
            return question.get();
        } catch (BackOfficeAnswers.Garbled garbled) {
            log.warn("Back office {} answers garbage: {}", code, garbled.getMessage());
        } catch (CallNotPermittedException | BulkheadFullException spared) {
            log.debug("Back office {} was not asked", code);
        } catch (RestClientException | InvalidMediaTypeException failed) {
            // Without the message: it holds the address, and the address holds the account number.
            log.warn(
                    "Back office {} does not answer: {}",
                    code,
                    failed.getClass().getSimpleName());
        }
        return unavailable;
    }
}

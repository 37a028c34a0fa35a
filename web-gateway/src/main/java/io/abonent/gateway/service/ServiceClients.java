package io.abonent.gateway.service;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The typed interfaces, made from their annotations. */
@Configuration(proxyBeanMethods = false)
class ServiceClients {

    private final Connections connections;
    private final AccessTokens tokens;

    ServiceClients(Connections connections, AccessTokens tokens) {
        this.connections = connections;
        this.tokens = tokens;
    }

    @Bean
    IdentityService identityService() {
        return client(Service.IDENTITY, IdentityService.class);
    }

    @Bean
    ProfileService profileService() {
        return client(Service.IDENTITY, ProfileService.class);
    }

    @Bean
    ConsentService consentService() {
        return client(Service.CONSENT, ConsentService.class);
    }

    @Bean
    AccountService accountService() {
        return client(Service.ACCOUNT, AccountService.class);
    }

    @Bean
    BillingService billingService() {
        return client(Service.BILLING, BillingService.class);
    }

    @Bean
    NotificationService notificationService() {
        return client(Service.NOTIFICATION, NotificationService.class);
    }

    private <T> T client(Service service, Class<T> type) {
        T calls = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(connections.onBehalf(service, tokens)))
                .build()
                .createClient(type);
        return understood(service, type, calls);
    }

    /** An answer that cannot be read (F-41) is an outage like any other, and one exception says so. */
    private static <T> T understood(Service service, Class<T> type, T calls) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        Object answer = method.invoke(calls, arguments);
                        if (answer == null && method.getReturnType() != void.class) {
                            throw new ServiceUnavailable(service, true, "its answer is empty", null);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        Throwable cause = e.getCause();
                        if (cause instanceof RestClientException unreadable) {
                            throw new ServiceUnavailable(service, true, "its answer cannot be read", unreadable);
                        }
                        throw cause == null ? e : cause;
                    }
                });
        return type.cast(proxy);
    }
}

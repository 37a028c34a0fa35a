package io.abonent.gateway;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

import io.abonent.gateway.page.ContentSecurityPolicy;
import io.abonent.gateway.page.PublicAddress;
import io.abonent.gateway.service.AccountService;
import io.abonent.gateway.service.BillingService;
import io.abonent.gateway.service.ConsentService;
import io.abonent.gateway.service.IdentityService;
import io.abonent.gateway.service.NotificationService;
import io.abonent.gateway.service.ScriptedAccounts;
import io.abonent.gateway.service.ScriptedBilling;
import io.abonent.gateway.service.SideBySide;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.web.WebAppConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The pages of the cabinet with their real templates and texts, before services that say what a test wants. */
@ExtendWith(SpringExtension.class)
@WebAppConfiguration
@TestPropertySource(properties = "abonent.page.form-targets=https://pay.example")
@ContextConfiguration(
        classes = PagesUnderTest.Cabinet.class,
        initializers = ConfigDataApplicationContextInitializer.class)
public abstract class PagesUnderTest {

    protected static final String ENGLISH = "en";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Scripts scripts;

    private MockMvc browser;
    protected ScriptedAccounts accounts;
    protected ScriptedBilling billing;

    /** An object with the methods of {@link NotificationService}, {@link ConsentService} that a test needs. */
    protected void script(Object notifications, Object consents) {
        scripts.notifications = notifications;
        scripts.consents = consents;
    }

    @BeforeEach
    void open() {
        accounts = new ScriptedAccounts();
        billing = new ScriptedBilling();
        scripts.accounts = accounts;
        scripts.billing = billing;
        Filter frame = Objects.requireNonNull(
                context.getBean("frameFilter", FilterRegistrationBean.class).getFilter());
        browser = webAppContextSetup(context).addFilters(frame).build();
    }

    protected Page open(String path) {
        return send(get(path));
    }

    protected Page openIn(String language, String path) {
        return send(get(path).cookie(new Cookie("language", language)));
    }

    /** As htmx asks for a part. */
    protected Page part(String path) {
        return send(get(path).header("HX-Request", "true"));
    }

    /** @param fields name, value, name, value … */
    protected Page submit(String path, String... fields) {
        MockHttpServletRequestBuilder form = post(path);
        for (int index = 0; index < fields.length; index += 2) {
            form.param(fields[index], fields[index + 1]);
        }
        return send(form);
    }

    private Page send(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = browser.perform(request.principal(() -> "somebody"))
                    .andReturn()
                    .getResponse();
            String html = response.getContentAsString(StandardCharsets.UTF_8);
            return new Page(
                    response.getStatus(), html, response.getHeader("Location"), response.getHeader("HX-Redirect"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What a test is about to say; the beans stay, so that one context serves all tests. */
    static final class Scripts {
        ScriptedAccounts accounts = new ScriptedAccounts();
        ScriptedBilling billing = new ScriptedBilling();
        Object notifications = new Object();
        Object consents = new Object();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        WebMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    @EnableConfigurationProperties({PublicAddress.class, ContentSecurityPolicy.class})
    @ComponentScan(
            basePackages = {
                "io.abonent.gateway.page",
                "io.abonent.gateway.home",
                "io.abonent.gateway.account",
                "io.abonent.gateway.payment",
                "io.abonent.gateway.reading",
                "io.abonent.gateway.settings",
                "io.abonent.gateway.support"
            })
    static class Cabinet {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Scripts scripts() {
            return new Scripts();
        }

        @Bean
        AccountService accountService(Scripts scripts) {
            return Delegating.to(AccountService.class, () -> scripts.accounts);
        }

        @Bean
        BillingService billingService(Scripts scripts) {
            return Delegating.to(BillingService.class, () -> scripts.billing);
        }

        @Bean
        NotificationService notificationService(Scripts scripts) {
            return Delegating.to(NotificationService.class, () -> scripts.notifications);
        }

        @Bean
        ConsentService consentService(Scripts scripts) {
            return Delegating.to(ConsentService.class, () -> scripts.consents);
        }

        @Bean
        IdentityService identityService() {
            return Delegating.to(IdentityService.class, Object::new);
        }

        @Bean
        SideBySide sideBySide() {
            return new SideBySide();
        }

        @Bean
        @Primary
        Clock fixedClock() {
            return Clock.fixed(ScriptedBilling.NOW, ZoneOffset.UTC);
        }
    }
}

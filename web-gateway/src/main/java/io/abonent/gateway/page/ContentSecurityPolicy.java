package io.abonent.gateway.page;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Nothing inline, nothing from elsewhere.
 *
 * @param formTargets origins a form may lead to by redirect: the payment provider's page
 */
@ConfigurationProperties("abonent.page")
public record ContentSecurityPolicy(@DefaultValue List<String> formTargets) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:*-]+");

    public ContentSecurityPolicy {
        formTargets = List.copyOf(formTargets);
        if (!formTargets.stream().allMatch(target -> ORIGIN.matcher(target).matches())) {
            throw new IllegalArgumentException("abonent.page.form-targets must be origins: " + formTargets);
        }
    }

    public String directives() {
        String targets = formTargets.isEmpty() ? "" : " " + String.join(" ", formTargets);
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                + " connect-src 'self'; manifest-src 'self'; form-action 'self'" + targets
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    /** Whether a form may end there; a browser would stop before any other page without saying why. */
    public boolean leadsTo(URI address) {
        String origin = address.getScheme() + "://" + address.getAuthority();
        return formTargets.stream()
                .anyMatch(target -> origin.matches(Pattern.quote(target).replace("*", "\\E[A-Za-z0-9.-]*\\Q")));
    }
}

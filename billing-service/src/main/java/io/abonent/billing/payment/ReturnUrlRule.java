package io.abonent.billing.payment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the provider may send a person after paying: only to our own gateways, never wherever a request says. */
@Component
class ReturnUrlRule {

    private static final int MAX_LENGTH = 1000;

    private final List<Origin> allowed;

    ReturnUrlRule(PaymentProperties properties) {
        this.allowed = properties.returnUrls().stream().map(Origin::parse).toList();
    }

    boolean allows(String returnUrl) {
        if (returnUrl.length() > MAX_LENGTH) {
            return false;
        }
        URI uri;
        try {
            uri = new URI(returnUrl);
        } catch (URISyntaxException e) {
            return false;
        }
        return uri.getScheme() != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && allowed.stream().anyMatch(origin -> origin.matches(uri));
    }

    /** @param port -1 for the scheme's own, 0 for any */
    private record Origin(String scheme, String host, int port) {

        static Origin parse(String text) {
            boolean anyPort = text.endsWith(":*");
            URI uri = URI.create(anyPort ? text.substring(0, text.length() - 2) : text);
            if (uri.getScheme() == null
                    || uri.getHost() == null
                    || (uri.getPath() != null && !uri.getPath().isEmpty())) {
                throw new IllegalArgumentException("abonent.payment.return-urls: not an origin: " + text);
            }
            return new Origin(uri.getScheme(), uri.getHost(), anyPort ? 0 : uri.getPort());
        }

        boolean matches(URI uri) {
            return scheme.equalsIgnoreCase(uri.getScheme())
                    && host.equalsIgnoreCase(uri.getHost())
                    && (port == 0 || port == uri.getPort());
        }
    }
}

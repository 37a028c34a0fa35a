package io.abonent.billing.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Addresses people may be sent to. Compared after parsing, never as text: {@code http://good.example@evil.example} and
 * {@code http://good.example.evil.example} begin like the good one.
 */
public final class AllowedOrigins {

    private static final int MAX_LENGTH = 1000;

    private final List<Origin> allowed;

    /** @param origins {@code scheme://host[:port]}; port {@code *} for any */
    public AllowedOrigins(List<String> origins) {
        this.allowed = origins.stream().map(Origin::parse).toList();
    }

    public boolean allow(String address) {
        if (address.length() > MAX_LENGTH) {
            return false;
        }
        URI uri;
        try {
            uri = new URI(address);
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
            boolean more = uri.getPath() != null && !uri.getPath().isEmpty();
            if (uri.getScheme() == null || uri.getHost() == null || more) {
                throw new IllegalArgumentException("not an origin: " + text);
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

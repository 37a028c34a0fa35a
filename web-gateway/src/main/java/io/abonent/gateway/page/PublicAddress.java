package io.abonent.gateway.page;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people open the cabinet; never taken from a request's Host header. Over https cookies are {@code Secure} and
 * carry the {@code __Host-} prefix. Over http there is only this machine: browsers differ on secure cookies there (Safari
 * refuses them), so local cookies have neither, and any other http address ends the start.
 */
@ConfigurationProperties("abonent")
public record PublicAddress(
        @DefaultValue("http://localhost:8080") URI publicUrl) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public PublicAddress {
        boolean http =
                "http".equals(publicUrl.getScheme()) && THIS_MACHINE.contains(String.valueOf(publicUrl.getHost()));
        if (!http && !"https".equals(publicUrl.getScheme())) {
            throw new IllegalArgumentException(
                    "abonent.public-url must be https; plain http is for localhost only: " + publicUrl);
        }
    }

    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    public String cookie(String name) {
        return secure() ? "__Host-" + name : name;
    }

    /** For addresses that others send people back to. */
    public String url(LocalPath path) {
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path.value();
    }
}

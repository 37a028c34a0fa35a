package io.abonent.simulators;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What all partners share.
 *
 * @param dataDir where the journals live; they survive a restart
 * @param publicUrl how a browser reaches this process: base of payment and receipt pages
 */
@ConfigurationProperties("simulators")
public record SimulatorsProperties(
        Path dataDir, @DefaultValue("http://localhost:8090") URI publicUrl) {

    public String publicUrl(String path) {
        return publicUrl.toString().replaceAll("/+$", "") + path;
    }
}

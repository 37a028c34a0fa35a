package io.abonent.gateway.page;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style, scripts, pictures and fonts, each under its own path. Were they looked for under every path, each link of a page
 * would be looked for in every jar, to find out whether it is a file with a version: half of the time of writing a page.
 */
@Configuration(proxyBeanMethods = false)
public class FilesConfiguration implements WebMvcConfigurer {

    private static final List<String> OURS = List.of("/css/", "/js/", "/img/", "/fonts/");
    private static final String LIBRARIES = "/webjars/";

    /** What the path of every file begins with. */
    public static final List<String> FOLDERS =
            Stream.concat(OURS.stream(), Stream.of(LIBRARIES)).toList();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : OURS) {
            add(registry, folder + "**", "classpath:/static" + folder);
        }
        add(registry, LIBRARIES + "**", "classpath:/META-INF/resources" + LIBRARIES);
    }

    /** The content's hash, or a webjar's version, is in the name. */
    private static void add(ResourceHandlerRegistry registry, String path, String location) {
        registry.addResourceHandler(path)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}

package io.abonent.gateway.session;

import io.abonent.gateway.page.PublicAddress;
import io.abonent.gateway.secret.SealedBox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** How sessions are written to the database and named in the browser. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    /** Whoever can write rows must not thereby run code: only what we put into sessions comes out of them. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxrefs=1000;maxbytes=65536;io.abonent.gateway.**;org.springframework.security.core.**;"
                    + "org.springframework.security.authentication.**;org.springframework.security.web.**;"
                    + "org.springframework.web.servlet.FlashMap;org.springframework.util.*;"
                    + "java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;!*");

    @Bean
    SealedBox sessionBox(SessionsProperties properties) {
        return properties.box();
    }

    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionStore::read);
        return conversion;
    }

    static Object read(byte[] bytes) {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(OURS);
            return stream.readObject();
        } catch (InvalidClassException e) {
            throw new IllegalStateException("a session holds what nobody put there", e);
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("a session cannot be read", e);
        }
    }

    @Bean
    CookieSerializer sessionCookie(PublicAddress address) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(address.cookie("session"));
        cookie.setUseSecureCookie(address.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        // The id is text already.
        cookie.setUseBase64Encoding(false);
        return cookie;
    }
}

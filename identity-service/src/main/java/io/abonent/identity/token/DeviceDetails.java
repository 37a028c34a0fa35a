package io.abonent.identity.token;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The device behind a token request; Spring's token classes carry no header. */
final class DeviceDetails {

    private DeviceDetails() {}

    static Device of(Authentication request) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Device.of(attributes.getRequest().getHeader(HttpHeaders.USER_AGENT))
                : Device.of(String.valueOf(request.getName()));
    }
}

package io.abonent.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.abonent.gateway.service.GrantId;
import java.io.File;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.convert.ConversionService;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.servlet.FlashMap;

class SessionStoreTests {

    private final ConversionService conversion = new SessionStore().springSessionConversionService();

    @Test
    void whatASessionHoldsComesOutAsItWentIn() {
        SignedIn who = new SignedIn(UUID.randomUUID(), new GrantId(UUID.randomUUID()));
        SecurityContextImpl context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(new SimpleGrantedAuthority(CabinetSessions.CUSTOMER))));
        FlashMap flash = new FlashMap();
        flash.put("notice", "link.linked");

        assertThat(throughTheDatabase(context)).isEqualTo(context);
        assertThat(throughTheDatabase(flash)).isEqualTo(flash);
        assertThat(throughTheDatabase("text")).isEqualTo("text");
    }

    @Test
    void whatNobodyPutThereDoesNotComeOut() {
        byte[] planted = conversion.convert(new File("/etc/passwd"), byte[].class);
        assertThatThrownBy(() -> SessionStore.read(java.util.Objects.requireNonNull(planted)))
                .isInstanceOf(IllegalStateException.class);
    }

    private Object throughTheDatabase(Object value) {
        return SessionStore.read(java.util.Objects.requireNonNull(conversion.convert(value, byte[].class)));
    }
}

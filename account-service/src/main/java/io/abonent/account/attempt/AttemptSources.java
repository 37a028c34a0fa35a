package io.abonent.account.attempt;

import io.abonent.platform.web.ClientAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Addresses as subjects of a budget: many users behind one address may be one person who guesses (F-70, F-71). */
@Component
public class AttemptSources {

    private final AttemptProperties properties;

    AttemptSources(AttemptProperties properties) {
        this.properties = properties;
    }

    /** @return nothing for an address that is not counted */
    public Optional<UUID> subject(ClientAddress address) {
        return address.loopback() && !properties.countLoopback()
                ? Optional.empty()
                : Optional.of(UUID.nameUUIDFromBytes(address.key().getBytes(StandardCharsets.UTF_8)));
    }
}

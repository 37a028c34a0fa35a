package io.abonent.identity.limit;

import io.abonent.identity.login.Login;
import io.abonent.identity.login.LoginType;
import io.abonent.platform.web.ClientAddress;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What one address may do, and what all addresses together may cost in messages. */
@Component
public class AddressLimits {

    private static final int DIGITS_OF_A_BLOCK = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    private final UsageLimits limits;
    private final LimitProperties properties;

    AddressLimits(UsageLimits limits, LimitProperties properties) {
        this.limits = limits;
        this.properties = properties;
    }

    public Allowance signIn(ClientAddress address) {
        return perAddress("sign-in", address, properties.signInsPerAddress());
    }

    public Allowance registration(ClientAddress address) {
        return perAddress("registration", address, properties.registrationsPerAddress());
    }

    public Allowance reset(ClientAddress address) {
        return perAddress("reset", address, properties.resetsPerAddress());
    }

    public Allowance guess(ClientAddress address) {
        return perAddress("guess", address, properties.guessesPerAddress());
    }

    /** Before a message is made: numbers of one block are pumped together, and a flood must not eat the whole budget. */
    public Allowance message(Login to, ClientAddress askedFrom) {
        if (to.type() == LoginType.EMAIL || isExempt(askedFrom)) {
            return Allowance.granted();
        }
        String block = to.value().substring(0, to.value().length() - DIGITS_OF_A_BLOCK);
        Allowance ofBlock = limits.take("sms:" + block, properties.smsPerPrefixHour(), HOUR);
        return switch (ofBlock) {
            case Allowance.Granted granted -> limits.take("sms", properties.smsPerHour(), HOUR);
            case Allowance.Refused refused -> refused;
        };
    }

    private Allowance perAddress(String what, ClientAddress address, int limit) {
        return isExempt(address)
                ? Allowance.granted()
                : limits.take(what + ":" + address.key(), limit, properties.addressWindow());
    }

    private boolean isExempt(ClientAddress address) {
        return address.loopback() && !properties.countLoopback();
    }
}

package io.abonent.identity.token;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows of the device it comes from: enough to tell a retry of the same app from somebody else's replay,
 * and to let people recognise their own devices. Addresses change on the move and are left out.
 */
record Device(String userAgent) {

    private static final int LONGEST = 200;

    static Device of(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent.strip();
        return new Device(agent.length() > LONGEST ? agent.substring(0, LONGEST) : agent);
    }

    /** For the list of sessions. */
    String label() {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        String system = agent.contains("android")
                ? "Android"
                : agent.contains("iphone") || agent.contains("ipad")
                        ? "iOS"
                        : agent.contains("windows")
                                ? "Windows"
                                : agent.contains("mac os") ? "macOS" : agent.contains("linux") ? "Linux" : "";
        String program = agent.contains("firefox")
                ? "Firefox"
                : agent.contains("yabrowser")
                        ? "Yandex Browser"
                        : agent.contains("edg/")
                                ? "Edge"
                                : agent.contains("chrome") ? "Chrome" : agent.contains("safari") ? "Safari" : "";
        return (program + " " + system).strip();
    }
}

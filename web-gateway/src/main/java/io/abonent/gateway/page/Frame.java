package io.abonent.gateway.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page has to know; the attribute {@code frame} of every request.
 *
 * @param path where the person is, to come back to after a change of language or look
 * @param theme light, dark, or absent for what the system prefers
 */
public record Frame(boolean signedIn, String path, @Nullable String theme) {

    /** @param here the person is within it */
    public record Way(String name, String path, String icon, boolean here) {}

    public List<Way> ways() {
        return List.of(
                way("home", "/home", "home", "/home", "/accounts"),
                way("payments", "/payments", "card", "/payments"),
                way("support", "/support", "help", "/support"),
                way("settings", "/settings", "gear", "/settings"));
    }

    private Way way(String name, String to, String icon, String... parts) {
        for (String part : parts) {
            if (path.equals(part) || path.startsWith(part + "/") || path.startsWith(part + "?")) {
                return new Way(name, to, icon, true);
            }
        }
        return new Way(name, to, icon, false);
    }
}

package io.abonent.gateway.page;

import org.jspecify.annotations.Nullable;

/** A place within this cabinet, as it may be sent by a browser: never an address elsewhere. */
public final class LocalPath {

    private static final int LONGEST = 500;

    private LocalPath() {}

    /** The path if it stays here, else the first page. */
    public static String orHome(@Nullable String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : "/";
    }

    /** Browsers read a backslash as a slash and drop control characters: both could lead away. */
    static boolean isLocal(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(sign -> sign > ' ' && sign < 0x7f && sign != '\\');
    }
}

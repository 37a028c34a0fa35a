package io.abonent.platform.web;

/** Which strings are text: what PostgreSQL can store and UTF-8 can carry. */
public final class Text {

    private Text() {}

    /** @return false for NUL and for half of a surrogate pair */
    public static boolean storable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}

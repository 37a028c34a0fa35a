package io.abonent.bench.stress;

import java.util.Map;

/**
 * A process and what slow clients begin there.
 *
 * @param beginnings what is sent at once, by mode
 */
record Target(String name, int port, Map<SlowMode, String> beginnings) {

    private static final int BODY = 20_000;

    static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers) + "\r\n";
    }

    /** A body that is announced and begun. */
    static String post(String method, String path, String type, String begin, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + BODY + "\r\n" + lines(headers) + "\r\n" + begin;
    }

    /** A header that is begun. */
    static String endless(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }
}

package io.abonent.platform.consume;

/** Text from outside, before it gets into a log line or a header. */
final class LogText {

    private static final int MAX = 200;

    private LogText() {}

    static String bounded(String text) {
        String cut = text.length() <= MAX ? text : text.substring(0, MAX) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}

package io.abonent.bench.stress;

/** In which way a client takes its time. */
enum SlowMode {
    /** Slowloris: a header that never ends. */
    HEADERS("headers byte by byte"),
    /** Refused for want of a token, or a public command; either way the body goes on coming. */
    BODY_OF_A_STRANGER("body byte by byte, no token"),
    BODY_OF_A_MEMBER("body byte by byte, with a token"),
    /** More is asked for than the kernel keeps for a connection, and hardly read. */
    ANSWER("answer hardly read"),
    SILENCE("connection opened, nothing sent");

    private final String words;

    SlowMode(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

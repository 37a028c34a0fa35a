package io.abonent.bench.sabotage;

/** The sources have moved on: the sabotage has to be written anew. */
final class StaleSabotage extends Exception {

    private static final long serialVersionUID = 1L;

    StaleSabotage(String message) {
        super(message);
    }
}

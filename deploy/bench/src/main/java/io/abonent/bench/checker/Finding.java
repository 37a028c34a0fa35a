package io.abonent.bench.checker;

/** Something that must not be. */
public record Finding(Fault fault, String what) {

    /** How the summary counts it. */
    public enum Fault {
        /** Acknowledged, and not there. */
        LOST,
        /** There more than once. */
        DOUBLED,
        /** There though it was refused, or though nobody asked. */
        PHANTOM,
        /** The answer, the API and the database do not say the same. */
        CONTRADICTED,
        /** A later version before an earlier one. */
        ORDER,
        /** Money that is in one book and not in another. */
        MONEY,
        /** Owed to a customer and not sent, or sent too often. */
        NOTICE,
        /** Work that nobody will finish. */
        LEFT_OVER,
        /** Not what it was before something that must change nothing. */
        CHANGED,
        /** Worked on, but not in time. */
        LATE
    }
}

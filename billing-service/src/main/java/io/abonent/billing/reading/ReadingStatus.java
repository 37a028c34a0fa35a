package io.abonent.billing.reading;

enum ReadingStatus {
    /** Written down; the supplier is being told for the first time, within the person's request. */
    SUBMITTED,
    /** The supplier did not answer in time; a worker goes on telling it. */
    QUEUED,
    /** The supplier has it and has not decided. */
    SENT,
    ACCEPTED,
    REJECTED,
    /** A later reading of the same period took its place. */
    SUPERSEDED;

    boolean isDecided() {
        return switch (this) {
            case SUBMITTED, QUEUED, SENT -> false;
            case ACCEPTED, REJECTED, SUPERSEDED -> true;
        };
    }
}

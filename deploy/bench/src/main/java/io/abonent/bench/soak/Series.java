package io.abonent.bench.soak;

/** @param subject a process, or a database and what of it */
record Series(String subject, Measure measure) {

    @Override
    public String toString() {
        return subject + ", " + measure.words();
    }
}

package io.abonent.bench.sabotage;

/** What became of a sabotage. */
enum Verdict {
    CAUGHT,
    /** Every test that should have caught it passed. */
    SURVIVED,
    /** It does not fit today's sources. */
    STALE,
    /** It does not compile, so no test was asked. */
    BROKEN,
    /** Its tests fail without it too, did not run, or did not end: they say nothing. */
    UNCLEAR
}

package io.abonent.identity.user;

/** What came of a change to a profile. */
public sealed interface ProfileOutcome {

    /** As it is now, whether or not anything differed. */
    record Saved() implements ProfileOutcome {}

    sealed interface Refused extends ProfileOutcome {}

    record NotThere() implements Refused {}

    /** Somebody changed the user since the person looked. */
    record ChangedMeanwhile() implements Refused {}
}

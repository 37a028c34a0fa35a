package io.abonent.account.attempt;

/** What is counted, and about whom. */
public enum AttemptKind {
    /** Numbers a user asked a supplier about within an hour. */
    LINKING_HOUR(false),
    LINKING_DAY(false),
    /** Numbers asked about from one address, whoever was signed in there. */
    LINKING_OF_ADDRESS(false),
    /** Numbers a supplier did not know, whoever asked. */
    LINKING_MISSES_OF_SUPPLIER(false),
    /** Wrong secrets on one link. */
    ACCESS_OF_LINK(true),
    /** Wrong secrets of one user, over all links. */
    ACCESS_OF_USER(true),
    /** Wrong secrets from one address, over all users. */
    ACCESS_OF_ADDRESS(true),
    /** Wrong secrets on one supply account, over all users. */
    ACCESS_OF_ACCOUNT(true),
    /** Wrong secrets at one supplier: one PIN tried on many accounts shows here. */
    ACCESS_OF_SUPPLIER(false);

    private final boolean prolongs;

    AttemptKind(boolean prolongs) {
        this.prolongs = prolongs;
    }

    /**
     * Whether each attempt starts the window anew, so that only a whole window without an attempt clears the count: right
     * for secrets, wrong for what is never quiet.
     */
    boolean prolongs() {
        return prolongs;
    }
}

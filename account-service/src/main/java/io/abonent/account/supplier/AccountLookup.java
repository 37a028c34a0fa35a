package io.abonent.account.supplier;

/** What the supplier says about an account number. Only a clear answer is an answer; everything else is a silence. */
public sealed interface AccountLookup {

    /**
     * @param accountRef the supplier's opaque reference
     * @param address in full
     * @param open a closed account cannot be linked
     */
    record Found(String accountRef, String address, boolean open, String currency) implements AccountLookup {}

    record NotFound() implements AccountLookup {}

    /** No answer, a late one, or one that makes no sense: nothing is known about the account. */
    record Unavailable() implements AccountLookup {}
}

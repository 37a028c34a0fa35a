package io.abonent.billing.link;

/** What other features prepare when an account is linked; runs inside the projection's transaction. */
public interface LinkFollowUp {

    void linked(Link link);
}

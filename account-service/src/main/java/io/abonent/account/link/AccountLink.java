package io.abonent.account.link;

import io.abonent.account.supplier.AccessMethod;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's link to an account of a supplier. It begins as a request, becomes active when the supplier has confirmed the
 * account, and ends for good: linking the same account again makes a new link.
 */
@Entity
@Table(name = "account_link")
class AccountLink {

    @Id
    private UUID linkId;

    @Version
    private @Nullable Long version;

    private UUID userId;
    private UUID supplierId;
    private String accountNumber;

    @SuppressWarnings("UnusedVariable") // kept for support, who look at it in the database
    private String accountNumberInput;

    private String accountNumberDisplay;
    private @Nullable UUID supplyAccountId;

    @Enumerated(EnumType.STRING)
    private LinkStatus status;

    @Enumerated(EnumType.STRING)
    private AccessLevel accessLevel;

    @Enumerated(EnumType.STRING)
    private @Nullable AccessMethod accessMethod;

    private @Nullable Instant accessGrantedAt;
    private @Nullable String alias;
    private Instant requestedAt;
    private @Nullable Instant linkedAt;
    private @Nullable Instant endedAt;

    protected AccountLink() {}

    static AccountLink requested(UUID linkId, LinkRequest request, Instant now) {
        AccountLink link = new AccountLink();
        link.linkId = linkId;
        link.userId = request.userId();
        link.supplierId = request.supplierId();
        link.accountNumber = request.accountNumber();
        link.accountNumberInput = request.accountNumberInput();
        link.accountNumberDisplay = request.accountNumberDisplay();
        link.alias = request.alias();
        link.status = LinkStatus.PENDING_SUPPLIER;
        link.accessLevel = AccessLevel.BASIC;
        link.requestedAt = now;
        return link;
    }

    /** The supplier knows the account. */
    void activate(UUID supplyAccountId, boolean fullAccess, Instant now) {
        expect(LinkStatus.PENDING_SUPPLIER);
        this.supplyAccountId = supplyAccountId;
        this.status = LinkStatus.ACTIVE;
        this.accessLevel = fullAccess ? AccessLevel.EXTENDED : AccessLevel.BASIC;
        this.linkedAt = now;
    }

    void reject(Instant now) {
        expect(LinkStatus.PENDING_SUPPLIER);
        this.status = LinkStatus.REJECTED;
        this.endedAt = now;
    }

    void timeOut(Instant now) {
        expect(LinkStatus.PENDING_SUPPLIER);
        this.status = LinkStatus.TIMED_OUT;
        this.endedAt = now;
    }

    /** @return whether others have to be told: nobody ever heard of a link that was never active */
    boolean unlink(Instant now) {
        boolean wasActive = status == LinkStatus.ACTIVE;
        this.status = LinkStatus.UNLINKED;
        this.endedAt = now;
        return wasActive;
    }

    /** @return whether this changed anything */
    boolean extend(AccessMethod method, Instant now) {
        expect(LinkStatus.ACTIVE);
        if (accessLevel == AccessLevel.EXTENDED) {
            return false;
        }
        this.accessLevel = AccessLevel.EXTENDED;
        this.accessMethod = method;
        this.accessGrantedAt = now;
        return true;
    }

    void rename(@Nullable String alias) {
        this.alias = alias;
    }

    boolean is(LinkStatus asked) {
        return status == asked;
    }

    UUID id() {
        return linkId;
    }

    /** As committed; only after a flush. */
    long version() {
        if (version == null) {
            throw new IllegalStateException("not flushed yet");
        }
        return version;
    }

    UUID userId() {
        return userId;
    }

    UUID supplierId() {
        return supplierId;
    }

    String accountNumber() {
        return accountNumber;
    }

    String accountNumberDisplay() {
        return accountNumberDisplay;
    }

    /** The last four digits: enough to recognise one's own account by, too few to use. */
    String accountNumberMasked() {
        return "****" + accountNumber.substring(Math.max(0, accountNumber.length() - 4));
    }

    @Nullable
    UUID supplyAccountId() {
        return supplyAccountId;
    }

    LinkStatus status() {
        return status;
    }

    AccessLevel accessLevel() {
        return accessLevel;
    }

    @Nullable
    AccessMethod accessMethod() {
        return accessMethod;
    }

    @Nullable
    Instant accessGrantedAt() {
        return accessGrantedAt;
    }

    @Nullable
    String alias() {
        return alias;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Instant linkedAt() {
        return linkedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    private void expect(LinkStatus expected) {
        if (status != expected) {
            throw new IllegalStateException("link " + linkId + " is " + status + ", not " + expected);
        }
    }
}

package io.abonent.platform.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
public class Link {

    @Id
    private UUID id;

    private String alias;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Link() {}

    public Link(UUID id, String alias) {
        this.id = id;
        this.alias = alias;
    }

    public void rename(String newAlias) {
        this.alias = newAlias;
    }

    public UUID id() {
        return id;
    }

    public String alias() {
        return alias;
    }

    /** Not named "version": Spring Data would call it to see whether the entity is new. */
    public long flushedVersion() {
        return Objects.requireNonNull(version, "not flushed");
    }
}

package io.abonent.account.supplier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The suppliers, read on every link and changed a few times a year. */
@Repository
public class Suppliers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Suppliers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        // A newer release may have written fields that this one does not know.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    public Optional<Supplier> find(UUID supplierId) {
        return jdbc.sql("select version, profile from supplier where supplier_id = :id")
                .param("id", supplierId)
                .query((row, n) -> new Supplier(supplierId, row.getLong(1), profile(row.getString(2))))
                .optional();
    }

    /** @return the new version; empty if the profile is the stored one already */
    OptionalLong upsert(UUID supplierId, SupplierProfile profile) {
        return jdbc.sql("""
                        insert into supplier as s (supplier_id, version, name, search_text, status, profile)
                        values (:id, 0, :name, :searchText, :status, :profile::jsonb)
                        on conflict (supplier_id) do update set
                            version = s.version + 1, name = excluded.name, search_text = excluded.search_text,
                            status = excluded.status, profile = excluded.profile
                        where s.profile <> excluded.profile
                        returning version""")
                .param("id", supplierId)
                .param("name", profile.name())
                .param("searchText", searchText(profile.name() + " " + profile.region()))
                .param("status", profile.status().name())
                .param("profile", json.writeValueAsString(profile))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Suppliers whose name or region holds every word, by name; only those that take part. */
    List<Supplier> search(List<String> words, @Nullable SupplierCursor after, int limit) {
        String[] patterns = words.stream()
                .map(Suppliers::searchText)
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
        return jdbc.sql("""
                        select supplier_id, version, profile from supplier
                        where status in ('ACTIVE', 'MAINTENANCE')
                          and search_text like all (cast(:patterns as text[]))
                          and (cast(:afterName as text) is null or (name, supplier_id) > (:afterName, :afterId))
                        order by name, supplier_id limit :limit""")
                .param("patterns", patterns)
                .param("afterName", after == null ? null : after.name())
                .param("afterId", after == null ? null : after.supplierId())
                .param("limit", limit)
                .query((row, n) ->
                        new Supplier(row.getObject(1, UUID.class), row.getLong(2), profile(row.getString(3))))
                .list();
    }

    private SupplierProfile profile(String stored) {
        return json.readValue(stored, SupplierProfile.class);
    }

    private static String searchText(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}

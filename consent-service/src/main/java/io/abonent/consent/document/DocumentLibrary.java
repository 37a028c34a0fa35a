package io.abonent.consent.document;

import io.abonent.contracts.consent.ConsentPurpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What may be signed, for the features that sign. Reads no texts: they are long and rarely needed. */
@Component
public class DocumentLibrary {
    private static final String SELECT = """
            select d.id, d.purpose, d.required, v.number, v.title, v.sha256, v.published_at, v.required_from
            from consent_document d join consent_document_version v on v.document_id = d.id
            """;

    private final JdbcClient jdbc;

    DocumentLibrary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Required documents first. */
    public List<PublishedDocument> all() {
        return collect(jdbc.sql(SELECT + "order by d.required desc, d.created_at, d.id, v.number")
                .query(DocumentLibrary::row)
                .list());
    }

    /**
     * The document as it stays until the transaction ends: a publication waits (F-79), other signers do not.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PublishedDocument> hold(UUID documentId) {
        List<Integer> held = jdbc.sql("select 1 from consent_document where id = :id for share")
                .param("id", documentId)
                .query(Integer.class)
                .list();
        return held.isEmpty() ? Optional.empty() : find(documentId);
    }

    public Optional<PublishedDocument> find(UUID documentId) {
        return collect(jdbc.sql(SELECT + "where d.id = :id order by v.number")
                        .param("id", documentId)
                        .query(DocumentLibrary::row)
                        .list())
                .stream()
                .findFirst();
    }

    private record Row(UUID id, ConsentPurpose purpose, boolean required, Edition edition) {}

    private static Row row(ResultSet row, int index) throws SQLException {
        Edition edition = new Edition(
                row.getInt("number"),
                row.getString("title"),
                row.getString("sha256"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("required_from").toInstant());
        return new Row(
                row.getObject("id", UUID.class),
                ConsentPurpose.valueOf(row.getString("purpose")),
                row.getBoolean("required"),
                edition);
    }

    private static List<PublishedDocument> collect(List<Row> rows) {
        Map<UUID, List<Row>> documents = new LinkedHashMap<>();
        rows.forEach(row ->
                documents.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return documents.values().stream()
                .map(versions -> new PublishedDocument(
                        versions.getFirst().id(),
                        versions.getFirst().purpose(),
                        versions.getFirst().required(),
                        versions.stream().map(Row::edition).toList()))
                .toList();
    }
}

package io.abonent.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("F-23: the release before runs on the schema of today")
class SchemaExpansionTests {

    private static final String BEFORE = """
            column link.alias: text
            column link.code: character varying(6)
            column link.created_at: timestamp with time zone not null default
            column link.id: uuid not null
            migration V1__link.sql: 17
            rule link.link_code_check: [code] CHECK ((code <> A))
            rule link.link_pkey: [id] PRIMARY KEY (id)
            table link: is there""";

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            column link.alias: text                 | column link.name: text                    | column link.alias: gone
            column link.alias: text                 | column link.alias: bigint                 | column link.alias: type changed
            column link.alias: text                 | column link.alias: text not null          | column link.alias: may no longer be null
            column link.alias: text                 | column link.alias: text always generated  | column link.alias: may no longer be written
            character varying(6)                    | character varying(4)                      | column link.code: type changed
            time zone not null default              | time zone not null                        | column link.created_at: no longer default
            column link.id                          | column link.more: text not null@column link.id | column link.more: new, not null and without a default
            V1__link.sql: 17                        | V1__link.sql: 18                          | migration V1__link.sql: changed after its release
            (code <> A)                             | (code = 'A')                              | rule link.link_code_check: changed
            rule link.link_pkey: [id] PRIMARY KEY (id)@ |                                       | rule link.link_pkey: gone
            table link: is there                    | rule link.one: [alias] UNIQUE (alias)@table link: is there | rule link.one: new, and narrows what may be written
            """)
    void whatTheReleaseBeforeStumblesOverIsFound(String before, @Nullable String after, String expected) {
        assertThat(breaks(before, after)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            column link.id                          | column link.more: text@column link.id
            column link.id                          | column link.more: text not null default@column link.id
            column link.id                          | column other.more: text not null@column link.id
            character varying(6)                    | text
            rule link.link_code_check: [code] CHECK ((code <> A))@ |
            table link: is there                    | table other: is there@table link: is there
            table link: is there                    | rule link.more: [more] CHECK ((more > 0))@table link: is there
            V1__link.sql: 17                        | V1__link.sql: 17@migration V2__more.sql: 4
            """)
    void anExpansionPasses(String before, @Nullable String after) {
        assertThat(breaks(before, after)).isEmpty();
    }

    @Test
    void whatTheReleaseBeforeHasLetGoOfMayGo() {
        SchemaFacts before = facts(BEFORE);
        SchemaFacts now = facts(BEFORE.replace("column link.alias: text\n", ""));

        assertThat(SchemaExpansion.breaks(before, now, Set.of("column link.alias")))
                .isEmpty();
        assertThat(SchemaExpansion.breaks(
                        before, facts("table other: is there"), Set.of("table link", "migration V1__link.sql")))
                .isEmpty();
    }

    private static List<String> breaks(String before, @Nullable String after) {
        String changed = BEFORE.replace(before.replace("@", "\n"), after == null ? "" : after.replace("@", "\n"));
        assertThat(changed).isNotEqualTo(BEFORE);
        return SchemaExpansion.breaks(facts(BEFORE), facts(changed), Set.of());
    }

    private static SchemaFacts facts(String text) {
        return SchemaFacts.parse(text.lines().toList());
    }
}

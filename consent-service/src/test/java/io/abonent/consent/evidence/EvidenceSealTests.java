package io.abonent.consent.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceSealTests {

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAA", "not base64 at all!"})
    @DisplayName("F-24: a key that is none stops the start, without being told")
    void unusableKeyIsRefused(String key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> EvidenceFixture.seal(key))
                .withMessageContaining("abonent.evidence")
                .withMessageNotContaining(key)
                .withNoCause();
    }

    @Test
    void keyIsNamedNotTold() {
        assertThat(EvidenceFixture.seal(EvidenceFixture.KEY).keyId()).matches("[0-9a-f]{16}");
    }

    @Test
    void canonicalFormIsWrittenDown() {
        EvidenceRecord row = EvidenceFixture.record(1, "0".repeat(64), "00ff");

        assertThat(new String(row.canonical(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"authenticatedAt\":\"2026-11-02T09:16:12.502317Z\",\"clientId\":\"local-demo\",\"consentId\":\"")
                .contains("\"documentVersion\":1,", "\"sequence\":1,", "\"shard\":3,", "\"userAgent\":\"Mozilla/5.0 (")
                .endsWith("\"userId\":\"" + row.userId() + "\"}")
                .doesNotContain("evidenceHash", "serverSignature");
    }
}

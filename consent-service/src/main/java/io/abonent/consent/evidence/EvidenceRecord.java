package io.abonent.consent.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of a chain. {@code evidenceHash} is the SHA-256 of {@link #canonical()}, which names {@code
 * previousEvidenceHash}; {@code serverSignature} authenticates the same bytes with the service's key. Kind, purpose and
 * method are plain text: a record somebody tampered with must still be readable to be reported.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceRecord(
        UUID evidenceId,
        String kind,
        UUID userId,
        UUID consentId,
        UUID documentId,
        int documentVersion,
        String documentSha256,
        String purpose,
        @Nullable Instant presentedAt,
        Instant occurredAt,
        String method,
        @Nullable Instant authenticatedAt,
        @Nullable String sessionId,
        String clientId,
        String ip,
        @Nullable String userAgent,
        String locale,
        int pepAgreementVersion,
        String pepAgreementSha256,
        @Nullable String contactMasked,
        int shard,
        long sequence,
        String signingKeyId,
        String previousEvidenceHash,
        String evidenceHash,
        String serverSignature) {

    /** Everything but the hash and the signature themselves, absent members left out, instants as ISO 8601 in UTC. */
    byte[] canonical() {
        SortedMap<String, Object> members = new TreeMap<>();
        members.put("evidenceId", evidenceId.toString());
        members.put("kind", kind);
        members.put("userId", userId.toString());
        members.put("consentId", consentId.toString());
        members.put("documentId", documentId.toString());
        members.put("documentVersion", documentVersion);
        members.put("documentSha256", documentSha256);
        members.put("purpose", purpose);
        put(members, "presentedAt", presentedAt);
        members.put("occurredAt", occurredAt.toString());
        members.put("method", method);
        put(members, "authenticatedAt", authenticatedAt);
        put(members, "sessionId", sessionId);
        members.put("clientId", clientId);
        members.put("ip", ip);
        put(members, "userAgent", userAgent);
        members.put("locale", locale);
        members.put("pepAgreementVersion", pepAgreementVersion);
        members.put("pepAgreementSha256", pepAgreementSha256);
        put(members, "contactMasked", contactMasked);
        members.put("shard", shard);
        members.put("sequence", sequence);
        members.put("signingKeyId", signingKeyId);
        members.put("previousEvidenceHash", previousEvidenceHash);
        return CanonicalJson.bytes(members);
    }

    EvidenceRecord sealed(String hash, String signature) {
        return new EvidenceRecord(
                evidenceId,
                kind,
                userId,
                consentId,
                documentId,
                documentVersion,
                documentSha256,
                purpose,
                presentedAt,
                occurredAt,
                method,
                authenticatedAt,
                sessionId,
                clientId,
                ip,
                userAgent,
                locale,
                pepAgreementVersion,
                pepAgreementSha256,
                contactMasked,
                shard,
                sequence,
                signingKeyId,
                previousEvidenceHash,
                hash,
                signature);
    }

    private static void put(SortedMap<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
    }
}

package io.abonent.consent.evidence;

public enum EvidenceKind {
    SIGNATURE,
    WITHDRAWAL
}

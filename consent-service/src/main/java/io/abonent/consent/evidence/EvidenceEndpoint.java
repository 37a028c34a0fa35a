package io.abonent.consent.evidence;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/evidence} on the management port: verifies now. It reads everything, hence no GET. */
@Component
@Endpoint(id = "evidence")
class EvidenceEndpoint {
    private final EvidenceVerification verification;

    EvidenceEndpoint(EvidenceVerification verification) {
        this.verification = verification;
    }

    @WriteOperation
    EvidenceReport verify() {
        return verification.verify();
    }
}

package io.abonent.identity.reset;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param token from the link of the letter */
record OpenLinkRequest(@NotBlank @Size(max = 128) String token) {

    @Override
    public String toString() {
        return "OpenLinkRequest[hidden]";
    }
}

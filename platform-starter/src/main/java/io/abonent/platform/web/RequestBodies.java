package io.abonent.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The request's body as it came, read once and kept for fingerprints and signatures. */
public final class RequestBodies {

    static final String ATTRIBUTE = RequestBodies.class.getName();
    private static final byte[] EMPTY = {};

    private RequestBodies() {}

    /** @return what was sent, empty if nothing was; multipart bodies are streamed, not kept */
    public static byte[] raw(HttpServletRequest request) {
        byte @Nullable [] body = (byte[]) request.getAttribute(ATTRIBUTE);
        return body == null ? EMPTY : body;
    }
}

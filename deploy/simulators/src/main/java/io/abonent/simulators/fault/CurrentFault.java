package io.abonent.simulators.fault;

import jakarta.servlet.http.HttpServletRequest;

/** The troubles that only the partner itself can play, handed to its controller with the request. */
public final class CurrentFault {

    private static final String ATTRIBUTE = CurrentFault.class.getName();

    private CurrentFault() {}

    static void put(HttpServletRequest request, Fault fault) {
        request.setAttribute(ATTRIBUTE, fault);
    }

    public static Fault of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Fault fault ? fault : Fault.NONE;
    }
}

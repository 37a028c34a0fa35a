package io.abonent.bench.fault;

/**
 * How long something took to be right again.
 *
 * @param what the same words for what may be compared
 */
public record Recovery(String what, String victim, double seconds) {

    public static final String SERVICE_READY = "killed service ready again";
    public static final String SERVICE_RESTARTED = "service asked to end, ready again";
    public static final String DATABASE_SUCCESS = "PostgreSQL crash to first success";
    public static final String BROKER_LAG = "broker back to lag 0";
    public static final String CONNECTIONS = "connections well again to everything as usual";
    public static final String DISKS = "disk well again to everything as usual";
    public static final String DRAINED = "end of load to everything settled";
}

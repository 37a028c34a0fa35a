package io.abonent.local;

/** The ports of one installation. An offset lets a second one, a test for instance, run beside the first. */
record Ports(int offset) {

    /** How far the ports of a second replica are from those of the first. */
    static final int REPLICA_SHIFT = 100;

    int gateway() {
        return 8080 + offset;
    }

    int identity() {
        return 8081 + offset;
    }

    int consent() {
        return 8082 + offset;
    }

    int account() {
        return 8083 + offset;
    }

    int billing() {
        return 8084 + offset;
    }

    int notification() {
        return 8085 + offset;
    }

    int simulators() {
        return 8090 + offset;
    }

    int postgres() {
        return 15432 + offset;
    }

    int kafka() {
        return 19092 + offset;
    }

    int kafkaController() {
        return 19093 + offset;
    }

    int smpp() {
        return 12775 + offset;
    }

    int smtp() {
        return 12525 + offset;
    }

    /** Health and metrics of a service listen beside its API. */
    int management(int servicePort) {
        return servicePort + 1000;
    }
}

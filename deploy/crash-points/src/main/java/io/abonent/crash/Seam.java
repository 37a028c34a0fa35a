package io.abonent.crash;

import java.util.List;

/**
 * A method that does something which a crash cannot take back.
 *
 * @param type internal name of its class
 */
record Seam(Kind kind, String type, String method, String descriptor) {

    /** What is done there. */
    enum Kind {
        /** A transaction ends. */
        COMMIT,
        /** A statement that is a transaction of its own. */
        STATEMENT,
        /** A record goes to the broker. */
        PUBLISH,
        /** An event is handled; its offset is committed later. */
        CONSUME,
        /** A partner or another service is asked over HTTP. */
        CALL,
        /** A message goes out to a person. */
        MESSAGE
    }

    static final List<Seam> ALL = List.of(
            new Seam(Kind.COMMIT, "org/postgresql/jdbc/PgConnection", "commit", "()V"),
            new Seam(Kind.STATEMENT, "org/postgresql/jdbc/PgPreparedStatement", "executeUpdate", "()I"),
            new Seam(
                    Kind.STATEMENT,
                    "org/postgresql/jdbc/PgPreparedStatement",
                    "executeQuery",
                    "()Ljava/sql/ResultSet;"),
            new Seam(
                    Kind.PUBLISH,
                    "org/apache/kafka/clients/producer/KafkaProducer",
                    "send",
                    "(Lorg/apache/kafka/clients/producer/ProducerRecord;"
                            + "Lorg/apache/kafka/clients/producer/Callback;)Ljava/util/concurrent/Future;"),
            new Seam(
                    Kind.CALL,
                    "org/springframework/http/client/JdkClientHttpRequest",
                    "executeInternal",
                    "(Lorg/springframework/http/HttpHeaders;"
                            + "Lorg/springframework/http/StreamingHttpOutputMessage$Body;)"
                            + "Lorg/springframework/http/client/ClientHttpResponse;"),
            new Seam(
                    Kind.CONSUME,
                    "io/abonent/platform/consume/EventDispatcher",
                    "accept",
                    "(Lorg/springframework/messaging/Message;)V"),
            new Seam(
                    Kind.MESSAGE,
                    "io/abonent/notification/sms/SmppSmsSender",
                    "send",
                    "(Lio/abonent/notification/sms/Sms;)Lio/abonent/notification/channel/SendOutcome;"),
            new Seam(
                    Kind.MESSAGE,
                    "io/abonent/notification/mail/SmtpLetterSender",
                    "send",
                    "(Lio/abonent/notification/mail/OutgoingLetter;)Lio/abonent/notification/channel/SendOutcome;"));
}

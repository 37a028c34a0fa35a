package io.abonent.platform.web;

import io.abonent.platform.idempotency.AnswerRow;
import io.abonent.platform.idempotency.IdempotentCall;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hot path as it is meant: one read, a decision in Java, one statement with the effect and the answer. */
@Component
class HotCommands {

    private static final String READ =
            "select " + AnswerRow.COLUMNS + " from (select 1) one left join " + AnswerRow.JOIN;
    private static final String WRITE =
            "with effect as (insert into effect (id, user_id, name) values (:id, :user, :name) returning id) "
                    + AnswerRow.INSERT
                    + " from effect";

    private final JdbcClient jdbc;

    HotCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ResponseEntity<byte[]> run(UUID user, IdempotentCall call, String name) {
        Optional<ResponseEntity<byte[]>> earlier = earlier(call);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        UUID id = UUID.randomUUID();
        byte[] body = "{\"id\":\"%s\"}".formatted(id).getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
        try {
            jdbc.sql(WRITE)
                    .param("id", id)
                    .param("user", user)
                    .param("name", name)
                    .params(AnswerRow.answer(call, HttpStatus.CREATED, headers, body))
                    .update();
            return new ResponseEntity<>(body, headers, HttpStatus.CREATED);
        } catch (DuplicateKeyException faster) {
            return earlier(call).orElseThrow(() -> faster);
        }
    }

    private Optional<ResponseEntity<byte[]>> earlier(IdempotentCall call) {
        return jdbc.sql(READ)
                .params(AnswerRow.key(call))
                .query((row, number) -> AnswerRow.replay(call, row))
                .single();
    }
}

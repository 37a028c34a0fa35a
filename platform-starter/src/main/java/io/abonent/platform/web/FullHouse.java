package io.abonent.platform.web;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import io.abonent.platform.problem.ProblemWriter;
import io.abonent.platform.server.RequestsAtOnce;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;

/** What somebody is told who comes when there are too many. */
final class FullHouse implements RequestsAtOnce.Refusal, RequestsAtOnce.Words {

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final ProblemWriter problems;
    private final Counter refused;
    private final Map<Locale, RequestsAtOnce.Answer> answers = new ConcurrentHashMap<>();

    FullHouse(ProblemWriter problems, MeterRegistry meters) {
        this.problems = problems;
        this.refused = Counter.builder("abonent.web.refused")
                .description("requests beyond those that are worked on at once")
                .register(meters);
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refused.increment();
        problems.write(request, response, refusal());
    }

    @Override
    public RequestsAtOnce.Answer to(RequestsAtOnce.Head head) {
        refused.increment();
        return answers.computeIfAbsent(ProblemWriter.language(head.header(HttpHeaders.ACCEPT_LANGUAGE)), this::answer);
    }

    private RequestsAtOnce.Answer answer(Locale language) {
        ProblemWriter.Words words = problems.words(refusal(), language);
        return new RequestsAtOnce.Answer(words.headers(), words.body());
    }

    private static ProblemException refusal() {
        return new ProblemException(PlatformProblem.TEMPORARILY_UNAVAILABLE).retryAfter(COME_BACK_AFTER);
    }
}

package io.abonent.bench.stress;

import io.abonent.bench.run.Options;
import io.abonent.bench.speed.Calls;
import io.abonent.bench.speed.Line;
import io.abonent.bench.speed.Shot;
import io.abonent.bench.speed.Visitors;
import io.abonent.bench.speed.WarmHouse;
import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Five times of what can be done: sign-ins, which are nothing but hashing, quotes, which are nothing but rows, and pages, for
 * which the gateway asks three services.
 */
public final class OverloadRun {

    private static final String SIGN_INS = "sign-ins";
    private static final String QUOTES = "quotes";
    private static final String PAGES = "pages";
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Options options;
    private final WarmHouse warm;

    public OverloadRun(Options options, Path repository) throws IOException {
        this.options = options;
        this.warm = new WarmHouse(options, repository, "overload");
    }

    /** @return whether every line holds */
    public boolean run() throws IOException, InterruptedException {
        List<String> wanted = options.only(List.of(SIGN_INS, QUOTES, PAGES));
        List<Line> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Duration time = Duration.ofSeconds(options.number("seconds", 120));
        try {
            List<Member> members = warm.open(Map.of());
            Calls calls = new Calls(warm.house(), members, DEADLINE);
            Visitors visitors = new Visitors(warm.house().gateway(), members, DEADLINE);
            if (wanted.contains(PAGES)) {
                visitors.signIn();
            }
            Map<String, Shot> shots = Map.of(SIGN_INS, calls::signIn, QUOTES, calls::quote, PAGES, visitors::home);
            List<Overload> overloads = wanted.stream()
                    .map(name -> new Overload(
                            warm.warmUp(), name, calls, Objects.requireNonNull(shots.get(name)), time, DEADLINE))
                    .toList();
            // The compiler is done sooner with all processors.
            for (Overload overload : overloads) {
                overload.warmUp();
            }
            Apart.onThisMachine().send(warm.house());
            for (Overload overload : overloads) {
                notes.add(overload.measure(lines));
            }
        } finally {
            warm.keep(lines, notes.toArray(String[]::new));
            warm.leave();
        }
        return lines.stream().allMatch(Line::holds);
    }
}

package io.abonent.bench.stress;

import io.abonent.bench.run.Options;
import io.abonent.bench.speed.Calls;
import io.abonent.bench.speed.Line;
import io.abonent.bench.speed.Shot;
import io.abonent.bench.speed.WarmHouse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Five times of what can be done: sign-ins, which are nothing but hashing, and quotes, which are nothing but rows. */
public final class OverloadRun {

    private static final String SIGN_INS = "sign-ins";
    private static final String QUOTES = "quotes";
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Options options;
    private final WarmHouse warm;

    public OverloadRun(Options options, Path repository) throws IOException {
        this.options = options;
        this.warm = new WarmHouse(options, repository, "overload");
    }

    /** @return whether every line holds */
    public boolean run() throws IOException, InterruptedException {
        List<String> wanted = options.only(List.of(SIGN_INS, QUOTES));
        List<Line> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Duration time = Duration.ofSeconds(options.number("seconds", 120));
        try {
            Calls calls = new Calls(warm.house(), warm.open(Map.of()), DEADLINE);
            Map<String, Shot> shots = Map.of(SIGN_INS, calls::signIn, QUOTES, calls::quote);
            for (String name : wanted) {
                calls.renew();
                notes.add(new Overload(name, calls, Objects.requireNonNull(shots.get(name)), time, DEADLINE)
                        .measure(lines));
            }
        } finally {
            warm.keep(lines, notes.toArray(String[]::new));
            warm.leave();
        }
        return lines.stream().allMatch(Line::holds);
    }
}

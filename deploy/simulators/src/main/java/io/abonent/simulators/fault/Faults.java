package io.abonent.simulators.fault;

import io.abonent.simulators.Partner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The switchboard: which partner has which trouble now. A restart heals everybody. */
@Component
public class Faults {

    private final Map<Partner, Switch> switches = new EnumMap<>(Partner.class);

    private final Traffic traffic;

    Faults(Traffic traffic) {
        this.traffic = traffic;
        Arrays.stream(Partner.values()).forEach(partner -> switches.put(partner, new Switch()));
    }

    /** What a partner's switch shows; {@code applied} counts the operations hit since the switch was set. */
    public record State(Fault fault, long applied) {}

    private static final class Switch {
        private Fault fault = Fault.NONE;
        private long applied;
        private CountDownLatch changed = new CountDownLatch(1);
        private final List<Runnable> listeners = new ArrayList<>();

        private synchronized void set(Fault next) {
            fault = next;
            applied = 0;
            changed.countDown();
            changed = new CountDownLatch(1);
        }

        private synchronized List<Runnable> listeners() {
            return List.copyOf(listeners);
        }

        private synchronized Fault take(String operation) {
            Fault hit = fault;
            if (!hit.hits(operation)) {
                return Fault.NONE;
            }
            fault = hit.once();
            applied++;
            return hit;
        }

        private synchronized State state() {
            return new State(fault, applied);
        }

        private synchronized CountDownLatch changed() {
            return changed;
        }

        private synchronized void listen(Runnable listener) {
            listeners.add(listener);
        }
    }

    public void set(Partner partner, Fault fault) {
        of(partner).set(fault);
        of(partner).listeners().forEach(Runnable::run);
    }

    /** Calls back after every change of this partner's switch, for those who must drop open connections. */
    public void onChange(Partner partner, Runnable listener) {
        of(partner).listen(listener);
    }

    public State state(Partner partner) {
        return of(partner).state();
    }

    /** The trouble this operation has to suffer, counted. */
    public Fault take(Partner partner, String operation) {
        traffic.count(partner);
        return of(partner).take(operation);
    }

    /** The trouble this operation would suffer, not counted. */
    public Fault peek(Partner partner, String operation) {
        Fault fault = state(partner).fault();
        return fault.hits(operation) ? fault : Fault.NONE;
    }

    /** Waits for the time given, or until somebody turns the switch; says whether that happened. */
    public boolean hang(Partner partner, Duration time) {
        try {
            return of(partner).changed().await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Switch of(Partner partner) {
        return Objects.requireNonNull(switches.get(partner));
    }
}

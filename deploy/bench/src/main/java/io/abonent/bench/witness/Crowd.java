package io.abonent.bench.witness;

import io.abonent.bench.history.WitnessJournal;
import io.abonent.bench.house.House;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customers who come, act for a while and go; as many steps per second as asked for, as far as the house keeps up. */
public final class Crowd {

    private static final Logger log = LoggerFactory.getLogger(Crowd.class);
    private static final int STEPS_EACH = 24;
    private static final long IDLE_MS = 150;

    private final long seed;
    private final int present;
    private final Client client;
    private final Notebook notebook;
    private final Decisions decisions;
    private final Pace pace;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final LinkedBlockingDeque<Customer> waiting = new LinkedBlockingDeque<>();
    private final List<Customer> everybody = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    /** @param workers how many act at the same moment; {@code 3 * workers} are there */
    public Crowd(House house, Attempts attempts, WitnessJournal journal, long seed, int workers, double perSecond) {
        this.seed = seed;
        this.present = workers * 3;
        this.client = new Client(house, attempts);
        this.notebook = new Notebook(journal, Duration.ofMinutes(4), Clock.systemUTC());
        this.decisions = new Decisions(client);
        this.pace = new Pace(perSecond);
        for (int worker = 0; worker < workers; worker++) {
            threads.add(Thread.ofVirtual().name("worker-" + worker).unstarted(this::work));
        }
    }

    public void open() {
        for (int customer = 0; customer < present; customer++) {
            waiting.add(next());
        }
        Thread.ofVirtual().name("decisions").start(decisions::work);
        threads.forEach(Thread::start);
    }

    private Customer next() {
        Customer customer = new Customer(new Plan(seed, numbers.incrementAndGet()), client, notebook, decisions);
        synchronized (everybody) {
            everybody.add(customer);
        }
        return customer;
    }

    private void work() {
        try {
            while (!closing) {
                Customer customer = waiting.takeFirst();
                boolean wasInside = customer.isInside();
                pace.await();
                boolean done = step(customer);
                if (!wasInside && customer.isInside()) {
                    inside.incrementAndGet();
                }
                waiting.addLast(replaced(customer));
                if (!done) {
                    Thread.sleep(IDLE_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean step(Customer customer) throws InterruptedException {
        try {
            return customer.step();
        } catch (RuntimeException e) {
            log.warn("{} stumbled", customer.phone(), e);
            return false;
        }
    }

    /** Who has done enough goes, unless too few are left that can act while nobody new gets in. */
    private Customer replaced(Customer customer) {
        if (customer.isInside() && customer.steps() >= STEPS_EACH && inside.get() > present / 2) {
            inside.decrementAndGet();
            return next();
        }
        return customer;
    }

    public long acknowledged() {
        return notebook.acknowledged();
    }

    /** Those whose cabinet is open and who have not gone yet. */
    public int inside() {
        return inside.get();
    }

    public int customers() {
        return numbers.get();
    }

    /** No new wishes; what was begun is asked until it is known. */
    public void close() throws InterruptedException {
        closing = true;
        for (Thread thread : threads) {
            thread.join();
        }
        while (decisions.open() > 0) {
            Thread.sleep(IDLE_MS);
        }
    }

    public List<Shown> look() throws InterruptedException {
        List<Shown> shown = new ArrayList<>();
        for (Customer customer : all()) {
            shown.addAll(customer.look());
        }
        return shown;
    }

    /** At most so many of those who have come in, each with a new session; after {@link #close()}. */
    public List<Member> members(int most) throws InterruptedException {
        List<Member> members = new ArrayList<>();
        for (Customer customer : all()) {
            if (members.size() < most) {
                customer.member().ifPresent(members::add);
            }
        }
        return List.copyOf(members);
    }

    private List<Customer> all() {
        synchronized (everybody) {
            return List.copyOf(everybody);
        }
    }
}

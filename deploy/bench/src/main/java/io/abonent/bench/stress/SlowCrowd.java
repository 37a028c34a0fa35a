package io.abonent.bench.stress;

import java.util.ArrayList;
import java.util.List;

/** So many slow clients, spread evenly over targets and modes. */
final class SlowCrowd {

    private final HeldConnections held = new HeldConnections();
    private final List<Thread> threads = new ArrayList<>();

    SlowCrowd(List<Target> targets, int clients) {
        List<SlowClient> kinds = new ArrayList<>();
        for (Target target : targets) {
            for (SlowMode mode : SlowMode.values()) {
                if (target.beginnings().containsKey(mode)) {
                    kinds.add(new SlowClient(target, mode, held));
                }
            }
        }
        for (int client = 0; client < clients; client++) {
            threads.add(Thread.ofVirtual().unstarted(kinds.get(client % kinds.size())::work));
        }
        threads.add(Thread.ofVirtual().unstarted(held::watch));
    }

    void come() {
        threads.forEach(Thread::start);
    }

    int connections() {
        return held.now();
    }

    List<HeldConnections.Life> go() throws InterruptedException {
        List<HeldConnections.Life> lives = held.lives();
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return lives;
    }
}

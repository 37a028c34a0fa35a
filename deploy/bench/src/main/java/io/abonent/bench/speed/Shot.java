package io.abonent.bench.speed;

import java.io.IOException;

/** One request of one of many who ask at the same time. */
public interface Shot {

    /** @throws IOException if the answer is not the expected one: a wrong answer has no speed */
    void fire(int worker) throws IOException, InterruptedException;
}

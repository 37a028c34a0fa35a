package io.abonent.bench.speed;

import io.abonent.bench.witness.Member;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Members at the gateway, each with a browser of its own; worker 3 is member 3. */
public final class Visitors {

    private final List<Member> members;
    private final List<Visitor> visitors;

    public Visitors(String gateway, List<Member> members, Duration patience) {
        this.members = List.copyOf(members);
        this.visitors =
                members.stream().map(member -> new Visitor(gateway, patience)).toList();
    }

    public void signIn() throws IOException, InterruptedException {
        for (int visitor = 0; visitor < visitors.size(); visitor++) {
            visitors.get(visitor).signIn(members.get(visitor));
        }
    }

    public void home(int worker) throws IOException, InterruptedException {
        visitors.get(worker).home();
    }
}

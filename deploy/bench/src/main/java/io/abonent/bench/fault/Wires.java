package io.abonent.bench.fault;

import io.abonent.bench.house.House;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A proxy for each {@link Wire}; which of them anybody goes through is up to the settings of the house. */
public final class Wires implements AutoCloseable {

    private final Map<Wire, FaultProxy> proxies = new EnumMap<>(Wire.class);

    private Wires() {}

    public static Wires open(House house) {
        Wires wires = new Wires();
        for (Wire wire : Wire.values()) {
            wires.proxies.put(wire, FaultProxy.open(wire.port(house), wire.upstream(house)));
        }
        return wires;
    }

    FaultProxy of(Wire wire) {
        return Objects.requireNonNull(proxies.get(wire));
    }

    @Override
    public void close() throws IOException {
        for (FaultProxy proxy : proxies.values()) {
            proxy.close();
        }
    }
}

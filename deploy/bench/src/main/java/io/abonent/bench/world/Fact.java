package io.abonent.bench.world;

/** What a database holds and therefore must have been told once: an event's name and its aggregate. */
public record Fact(String event, String key) {}

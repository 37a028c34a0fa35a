package io.abonent.bench.world;

import java.util.List;

/**
 * Meter readings in two books, by our id.
 *
 * @param accepted those we call accepted
 * @param taken those in the supplier's journal, once for each entry
 */
public record Readings(List<String> accepted, List<String> taken) {}

package io.abonent.bench.witness;

import io.abonent.bench.history.Kind;
import java.util.Set;

/** The ids of all effects of one kind which the API shows to one person. */
public record Shown(String user, Kind kind, Set<String> ids) {}

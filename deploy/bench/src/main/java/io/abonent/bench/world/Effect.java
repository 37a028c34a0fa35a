package io.abonent.bench.world;

import io.abonent.bench.history.Kind;

/** Something that is there because somebody asked for it. */
public record Effect(Kind kind, String subject, String id) {}

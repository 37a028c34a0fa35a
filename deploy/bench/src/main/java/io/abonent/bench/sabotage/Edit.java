package io.abonent.bench.sabotage;

/**
 * One place to change.
 *
 * @param file below the module
 * @param search must occur exactly once
 */
record Edit(String file, String search, String replacement) {

    /** @throws StaleSabotage if the place is not there any more, or is there twice */
    String applyTo(String source) throws StaleSabotage {
        int at = source.indexOf(search);
        if (at < 0) {
            throw new StaleSabotage("not found in " + file + ": " + firstLine());
        }
        if (source.indexOf(search, at + 1) >= 0) {
            throw new StaleSabotage("more than once in " + file + ": " + firstLine());
        }
        return source.substring(0, at) + replacement + source.substring(at + search.length());
    }

    private String firstLine() {
        return search.lines().findFirst().orElse("").strip();
    }
}

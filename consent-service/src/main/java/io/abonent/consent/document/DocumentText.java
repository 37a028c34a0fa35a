package io.abonent.consent.document;

/** A text as people read it; the title is its first line. */
record DocumentText(String title, String text) {

    static DocumentText of(String text) {
        String title = text.lines().findFirst().orElse("").strip();
        if (title.isEmpty()) {
            throw new UnfinishedText("no title");
        }
        return new DocumentText(title, text);
    }

    String sha256() {
        return Sha256.hex(text);
    }
}

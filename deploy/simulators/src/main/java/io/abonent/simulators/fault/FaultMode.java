package io.abonent.simulators.fault;

/** What can go wrong with a partner. Every mode means something for every protocol; the README has the table. */
public enum FaultMode {
    /** Works. */
    NONE("Работает"),
    /** Answers, but late. */
    DELAY("Отвечает с задержкой"),
    /** Applies, then hangs without an answer. */
    SILENCE("Выполняет и молчит"),
    /** Hangs without applying. */
    SILENCE_BEFORE("Молчит, не выполняя"),
    /** Applies, then cuts the connection instead of answering. */
    DROP("Выполняет и рвёт соединение"),
    /** Applies, then answers nonsense: another mutation each time, or the one that was named. */
    GARBAGE("Отвечает мусором"),
    /** Cuts every connection before a word is said. */
    OUTAGE("Недоступен (обрыв соединения)"),
    /** 503, "try later". */
    UNAVAILABLE("Отвечает 503"),
    /** 500 without applying. */
    ERROR_500("Отвечает 500"),
    /** Too many requests. */
    THROTTLE("Ограничивает частоту"),
    /** Refuses for good what it is asked to do. */
    REFUSE("Отказывает окончательно"),
    /** Does not let the house sign in. */
    REFUSE_BIND("Не пускает (ключ, пароль)"),
    /** Takes the task, finishes it only after the delay. */
    PENDING("Принимает, решает позже");

    private final String title;

    FaultMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

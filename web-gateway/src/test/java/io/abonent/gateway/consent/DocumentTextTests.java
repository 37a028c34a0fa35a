package io.abonent.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.abonent.gateway.consent.DocumentText.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTextTests {

    private static final String TEXT = """
            Согласие на обработку

            1. Кто даёт согласие
            Я, пользователь сервиса.

            4. Перечень данных
            — номер телефона;
            — адрес.
            Больше ничего.

            5. Всё в одной строке, которая не заголовок.
            """;

    @Test
    void headingsListsAndParagraphsAreTold() {
        List<Part> parts = DocumentText.of(TEXT).parts();

        assertThat(parts).extracting(Part::heading).containsExactly("1. Кто даёт согласие", "4. Перечень данных", null);
        assertThat(parts.get(1).blocks()).hasSize(2);
        assertThat(parts.get(1).blocks().getFirst().list()).isTrue();
        assertThat(parts.get(1).blocks().getFirst().lines()).containsExactly("номер телефона;", "адрес.");
        assertThat(parts.get(1).blocks().getLast().lines()).containsExactly("Больше ничего.");
    }

    /** What is signed must be what was read. */
    @Test
    void nothingIsLeftOut() {
        StringBuilder shown = new StringBuilder("Согласие на обработку");
        for (Part part : DocumentText.of(TEXT).parts()) {
            shown.append(part.heading() == null ? "" : part.heading());
            part.blocks().forEach(block -> block.lines().forEach(shown::append));
        }

        assertThat(bare(shown.toString())).isEqualTo(bare(TEXT.replace("— ", "")));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}

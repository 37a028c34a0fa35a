package io.abonent.consent.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTemplateTests {
    private final DocumentTemplate template = new DocumentTemplate(new OperatorProperties(
            "Кабинет",
            "АО «Горгаз $1»",
            "7707083893",
            "1027700132195",
            "г Москва, ул Вавилова, д. 19",
            "privacy@gorgaz.example",
            "ООО «Доставка»"));

    @ParameterizedTest
    @EnumSource
    void seedsNameTheOperatorAndLeaveNothingOpen(SeedDocument seed) {
        for (String resource : new String[] {seed.russian(), seed.english()}) {
            DocumentText text = template.resolveResource(resource);

            assertThat(text.text())
                    .contains("АО «Горгаз $1»", "7707083893", "1027700132195", "г Москва", "privacy@gorgaz.example")
                    .doesNotContain("{{", "}}")
                    .startsWith(text.title());
        }
    }

    @Test
    void personalDataConsentSaysWhatTheLawAsksFor() {
        // 152-FZ, art. 9: operator, purpose, data, actions, processors, term, withdrawal, signature.
        assertThat(template.resolveResource(SeedDocument.PERSONAL_DATA.russian())
                        .text())
                .contains(
                        "Оператор персональных данных",
                        "Цель обработки",
                        "Перечень персональных данных",
                        "Перечень действий и способы обработки",
                        "по поручению Оператора: ООО «Доставка»",
                        "Срок действия",
                        "Как отозвать согласие",
                        "простой электронной подписью",
                        "редакция " + SignatureAgreements.VERSION,
                        "на территории Российской Федерации");
    }

    @Test
    void advertisingIsNotBundledIntoThePersonalDataConsent() {
        assertThat(template.resolveResource(SeedDocument.PERSONAL_DATA.russian())
                        .text())
                .contains("в том числе для распространения рекламы, этим согласием не охватывается");
    }

    @Test
    void signatureAgreementResolves() {
        assertThat(template.resolveResource(SignatureAgreements.RESOURCE).text())
                .doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Title\n{{operator.phone}}", "Title\n{{ }}", "\n", " \n\t"})
    void unfinishedTextIsRefused(String text) {
        assertThatExceptionOfType(UnfinishedText.class).isThrownBy(() -> template.resolve(text));
    }

    @Test
    void checksumIsThatOfTheUtf8Bytes() {
        // echo -n 'Согласие' | sha256sum
        assertThat(template.resolve("Согласие").sha256())
                .isEqualTo("205f97be66e6a1dfeb5b36a88af24f2d53b7a52405db4692731c76fb7574fe83");
    }
}

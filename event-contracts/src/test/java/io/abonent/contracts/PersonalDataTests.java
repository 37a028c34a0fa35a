package io.abonent.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** F-82 at the source: nothing about a person travels in clear outside the two restricted topics. */
class PersonalDataTests {
    /** Words of a property's name which speak of a person, of a secret or of text a person typed. */
    private static final Set<String> FORBIDDEN = Set.of(
            "phone",
            "email",
            "mail",
            "contact",
            "login",
            "target",
            "name",
            "surname",
            "patronymic",
            "birth",
            "address",
            "street",
            "passport",
            "snils",
            "password",
            "secret",
            "code",
            "otp",
            "pin",
            "serial",
            "token",
            "card",
            "ip",
            "device",
            "agent",
            "text",
            "comment",
            "message",
            "note",
            "alias",
            "number");

    /** What sounds personal and is not, each with its reason. */
    private static final Map<String, String> ALLOWED = Map.of(
            "SupplierProfileChanged.name", "trade name of an organisation",
            "SupplierProfileChanged.supportEmail", "mailbox of an organisation",
            "AccountLinked.alias", "label the person chose for others of his own screens; length-limited, optional",
            "ExtendedAccessGranted.alias", "as in AccountLinked",
            "TicketOpened.number", "our own running number of the ticket");

    @ParameterizedTest
    @EnumSource
    void nothingPersonalOutsideTheRestrictedTopics(EventType type) {
        if (!type.topic().restricted()) {
            assertThat(personal(type.record().getSimpleName(), Contracts.schema(type)))
                    .isEmpty();
        }
    }

    @Test
    void onlyContactsAndVerificationsAreRestricted() {
        assertThat(Arrays.stream(Topic.values()).filter(Topic::restricted))
                .containsExactly(Topic.IDENTITY_CONTACT, Topic.IDENTITY_VERIFICATION);
    }

    @Test
    void theContactEventWouldBeCaughtOnAnotherTopic() {
        assertThat(personal("ContactConfirmed", Contracts.schema(EventType.CONTACT_CONFIRMED)))
                .contains("ContactConfirmed.value beside contactId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone",
                "contactEmail",
                "fullName",
                "addressLine1",
                "password",
                "confirmationCode",
                "receiptPin",
                "meterSerial",
                "accountNumber",
                "userAgent",
                "clientIp"
            })
    void personalPropertyIsCaught(String name) {
        JsonNode schema = Contracts.MAPPER.readTree("""
                {"properties": {"userId": {"type": "string"}, "items": {"type": "array",
                 "items": {"properties": {"%s": {"type": "string"}}}}}}""".formatted(name));

        assertThat(personal("Leaky", schema)).containsExactly("Leaky.items." + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountNumberMasked", "contactId", "currency", "fiscalDocument", "supplierAccountRef"})
    void harmlessPropertyIsNot(String name) {
        JsonNode schema = Contracts.MAPPER.readTree("""
                {"properties": {"%s": {"type": "string"}}}""".formatted(name));

        assertThat(personal("Fine", schema)).isEmpty();
    }

    private static List<String> personal(String path, JsonNode schema) {
        var found = new ArrayList<String>();
        JsonNode properties = schema.path("properties");
        boolean ofContact = properties.has("contactId");
        for (String name : properties.propertyNames()) {
            String here = path + "." + name;
            if (ofContact && name.equals("value")) {
                found.add(here + " beside contactId");
            } else if (soundsPersonal(name) && !ALLOWED.containsKey(here)) {
                found.add(here);
            }
            found.addAll(personal(here, properties.get(name)));
        }
        if (schema.has("items")) {
            found.addAll(personal(path, schema.get("items")));
        }
        return found;
    }

    private static boolean soundsPersonal(String name) {
        if (name.endsWith("Masked") || name.endsWith("Id") || name.equals("loginType")) {
            return false;
        }
        return Arrays.stream(name.split("(?=[A-Z0-9])"))
                .anyMatch(word -> FORBIDDEN.contains(word.toLowerCase(Locale.ROOT)));
    }
}

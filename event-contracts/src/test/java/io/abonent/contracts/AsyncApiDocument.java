package io.abonent.contracts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Renders the catalogue as an AsyncAPI 3 document: channels are topics, messages are events. */
final class AsyncApiDocument {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private AsyncApiDocument() {}

    static String render() {
        return "# Generated from the catalogue of event-contracts: mvn -pl event-contracts test -Dtest=AsyncApiTests"
                + " -Dasyncapi.update=true\n" + YAML.writeValueAsString(document());
    }

    private static Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("asyncapi", "3.0.0");
        document.put("info", map("title", "Abonent events", "version", "1.0.0", "description", """
                        Facts the services tell each other. CloudEvents 1.0 in binary content mode: the headers are the envelope,
                        the value is the data. The key is the aggregate's id, so events of one aggregate keep their order.
                        Delivery is at least once; consumers de-duplicate by ce_id or by the aggregate's version."""));
        document.put("defaultContentType", "application/json");
        document.put("channels", channels());
        document.put("operations", operations());
        document.put("components", map("messages", messages(), "messageTraits", map("cloudEvent", envelope())));
        return document;
    }

    private static Map<String, Object> channels() {
        var channels = new LinkedHashMap<String, Object>();
        for (Topic topic : Topic.values()) {
            var messages = new LinkedHashMap<String, Object>();
            types(topic).forEach(type -> messages.put(name(type), ref("#/components/messages/" + name(type))));
            channels.put(
                    topic.name(),
                    map(
                            "address",
                            topic.topicName(),
                            "description",
                            description(topic),
                            "messages",
                            messages,
                            "bindings",
                            map("kafka", binding(topic))));
        }
        return channels;
    }

    private static String description(Topic topic) {
        String reader = topic.restricted()
                ? "Restricted: personal data; notification-service and nobody else may read it."
                : "No personal data.";
        return types(topic).isEmpty() ? reader + " Reserved: no event yet." : reader;
    }

    private static Map<String, Object> binding(Topic topic) {
        var configuration = new LinkedHashMap<String, Object>();
        configuration.put("cleanup.policy", List.of(topic.cleanup().policy()));
        if (topic.cleanup() != Topic.Cleanup.COMPACT) {
            configuration.put("retention.ms", topic.cleanup().retention().toMillis());
        }
        return map("partitions", Topic.PARTITIONS, "topicConfiguration", configuration, "bindingVersion", "0.5.0");
    }

    private static Map<String, Object> operations() {
        var operations = new LinkedHashMap<String, Object>();
        for (Topic topic : Topic.values()) {
            List<EventType> types = types(topic);
            if (!types.isEmpty()) {
                String channel = "#/channels/" + topic.name();
                operations.put(
                        "send." + topic.topicName(),
                        map(
                                "action",
                                "send",
                                "channel",
                                ref(channel),
                                "summary",
                                types.getFirst().producer() + "-service tells what happened",
                                "messages",
                                types.stream()
                                        .map(type -> ref(channel + "/messages/" + name(type)))
                                        .toList()));
            }
        }
        return operations;
    }

    private static Map<String, Object> messages() {
        var messages = new LinkedHashMap<String, Object>();
        for (EventType type : EventType.values()) {
            messages.put(
                    name(type),
                    map(
                            "name",
                            type.wireName(),
                            "title",
                            name(type),
                            "summary",
                            Contracts.schema(type).get("description").asString(),
                            "contentType",
                            "application/json",
                            "traits",
                            List.of(ref("#/components/messageTraits/cloudEvent")),
                            "payload",
                            map(
                                    "schemaFormat",
                                    "application/schema+json;version=draft-2020-12",
                                    "schema",
                                    ref("../../event-contracts/src/main/resources/" + type.schemaResource())),
                            "examples",
                            List.of(map("payload", Contracts.example(type)))));
        }
        return messages;
    }

    private static Map<String, Object> envelope() {
        var headers = new LinkedHashMap<String, Object>();
        headers.put(EventHeaders.SPEC_VERSION, map("type", "string", "const", "1.0"));
        headers.put(EventHeaders.ID, header("uuid", "UUIDv7 of the event; consumers de-duplicate by it."));
        headers.put(EventHeaders.TYPE, header(null, "Name of the message: abonent.<service>.<Name>.v<version>."));
        headers.put(EventHeaders.SOURCE, header(null, "/<service>, the producer."));
        headers.put(EventHeaders.SUBJECT, header("uuid", "The aggregate's id, equal to the record's key."));
        headers.put(EventHeaders.TIME, header("date-time", "When the fact happened."));
        headers.put(EventHeaders.AGGREGATE_VERSION, header(null, "Version of the aggregate, decimal text."));
        headers.put(EventHeaders.ACTOR, header(null, "user:<id>, operator:<id>, supplier:<id> or system."));
        headers.put(EventHeaders.TRACE_PARENT, header(null, "W3C trace context; absent without a trace."));
        headers.put(EventHeaders.CONTENT_TYPE, map("type", "string", "const", "application/json"));
        List<String> required = headers.keySet().stream()
                .filter(name -> !name.equals(EventHeaders.TRACE_PARENT))
                .toList();
        return map("headers", map("type", "object", "properties", headers, "required", required));
    }

    private static Map<String, Object> header(@org.jspecify.annotations.Nullable String format, String description) {
        return format == null
                ? map("type", "string", "description", description)
                : map("type", "string", "format", format, "description", description);
    }

    private static List<EventType> types(Topic topic) {
        return Arrays.stream(EventType.values())
                .filter(type -> type.topic() == topic)
                .toList();
    }

    private static String name(EventType type) {
        return type.record().getSimpleName();
    }

    private static Map<String, Object> ref(String target) {
        return map("$ref", target);
    }

    /** Keeps the order in which the members are written. */
    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}

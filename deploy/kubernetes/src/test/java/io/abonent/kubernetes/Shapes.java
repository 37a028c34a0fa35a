package io.abonent.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.kubernetes.client.openapi.JSON;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every field exists, has its type and is there when it must be. Kubernetes' own kinds by the models of its Java client,
 * custom resources by their operators' models, and where an operator has none for Java, by closed schemas of the fields
 * that we use, written after its documentation.
 */
final class Shapes {

    private static final Map<String, String> PACKAGES = Map.of(
            "v1", "V1",
            "apps/v1", "V1",
            "batch/v1", "V1",
            "policy/v1", "V1",
            "networking.k8s.io/v1", "V1",
            "autoscaling/v2", "V2");
    private static final Map<String, Class<?>> OPERATORS = Map.of(
            "kafka.strimzi.io/v1/Kafka", Kafka.class,
            "kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class,
            "kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class,
            "kafka.strimzi.io/v1/KafkaUser", KafkaUser.class,
            "monitoring.coreos.com/v1/PodMonitor", PodMonitor.class,
            "monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class,
            "gateway.networking.k8s.io/v1/Gateway", Gateway.class,
            "gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class);
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new ClosedModels())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Shapes() {}

    /** @return what is wrong, or null */
    static @Nullable String complaint(Resource resource) {
        String text = resource.json().toString();
        String version = PACKAGES.get(resource.apiVersion());
        if (version != null) {
            return ofKubernetes(version + resource.kind(), text);
        }
        Class<?> model = OPERATORS.get(resource.apiVersion() + "/" + resource.kind());
        return model != null ? ofOperator(model, text) : ofSchema(resource, text);
    }

    private static @Nullable String ofKubernetes(String model, String text) {
        try {
            Class<?> type = Class.forName("io.kubernetes.client.openapi.models." + model);
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, JsonParser.parseString(text));
            JSON.deserialize(text, type);
            return null;
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        } catch (ReflectiveOperationException e) {
            return "unknown kind: " + model;
        } catch (com.google.gson.JsonParseException | IllegalArgumentException | IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static @Nullable String ofOperator(Class<?> model, String text) {
        try {
            STRICT.readValue(text, model);
            return null;
        } catch (JsonProcessingException e) {
            return e.getMessage();
        }
    }

    private static @Nullable String ofSchema(Resource resource, String text) {
        String group = resource.apiVersion().replace('/', '_');
        String file = "/shapes/" + group + "_" + resource.kind().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream schema = Shapes.class.getResourceAsStream(file)) {
            if (schema == null) {
                return "unknown kind: " + resource.apiVersion() + " " + resource.kind();
            }
            String written = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            List<com.networknt.schema.Error> errors =
                    SCHEMAS.getSchema(written, InputFormat.JSON).validate(text, InputFormat.JSON);
            return errors.isEmpty() ? null : errors.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models keep what they do not know, to send it back; here it is a typing error. */
    private static final class ClosedModels extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}

package org.passerelle.api;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `docs/api/openapi.yaml`, held against what is sent and answered: in OpenAPI 3.1 the schemas are
/// JSON Schema 2020-12, so a body is checked by a schema that points into the whole description.
final class Description {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode OPEN_API = read();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Description() {}

    /// What an answer to a post has that its description does not allow, or lacks.
    static List<String> faultsOf(String path, HttpResponse<String> answer) {
        var status = Integer.toString(answer.statusCode());
        var response = resolved(operation(path).path("responses").path(status));
        if (response.isMissingNode()) {
            return List.of("status " + status + " is not described for " + path);
        }
        var faults = new ArrayList<String>();
        var type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        if (!response.path("content").has(type)) {
            faults.add("content type " + type + " is not described for " + status);
            return faults;
        }
        for (var name : response.path("headers").propertyNames()) {
            var isAlways = answer.statusCode() == 429;
            if (isAlways && answer.headers().firstValue(name).isEmpty()) {
                faults.add("header " + name + " is missing from " + status);
            }
        }
        faults.addAll(check(response.path("content").path(type).path("schema"), answer.body()));
        return faults;
    }

    /// What a request has that its description does not allow, or lacks.
    static List<String> faultsOf(String path, Map<String, String> headers, String body) {
        var operation = operation(path);
        var faults = new ArrayList<String>();
        for (var reference : operation.path("parameters")) {
            var parameter = resolved(reference);
            var name = parameter.path("name").asString("");
            if (parameter.path("required").asBoolean(false) && !headers.containsKey(name)) {
                faults.add("header " + name + " is missing");
            }
        }
        var content = resolved(operation.path("requestBody")).path("content");
        faults.addAll(check(content.path("application/json").path("schema"), body));
        return faults;
    }

    /// Every problem code that the description knows.
    static List<String> problemCodes() {
        var codes = new ArrayList<String>();
        OPEN_API.at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private static JsonNode operation(String path) {
        var operation = OPEN_API.path("paths").path(path).path("post");
        if (operation.isMissingNode()) {
            throw new IllegalArgumentException("Not described: POST " + path);
        }
        return operation;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? OPEN_API.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static List<String> check(JsonNode schema, String body) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", OPEN_API.path("components"));
        return SCHEMAS
                .getSchema(whole)
                .validate(
                        body,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode read() {
        try {
            var yaml = Files.readString(Path.of("docs/api/openapi.yaml"));
            return JSON.valueToTree(new Yaml().<Object>load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

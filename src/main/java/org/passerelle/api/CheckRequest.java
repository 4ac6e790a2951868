package org.passerelle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.pack.model.ProgrammeId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of `verify` and `redeem`, read strictly: what we do not know is refused, not ignored.
record CheckRequest(String token, Optional<ProgrammeId> programme, Optional<String> email) {
    private static final Set<String> MEMBERS = Set.of("token", "programme", "email");
    private static final int LONGEST = 254;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// One thing wrong, at a JSON pointer.
    record Fault(String pointer, String detail) {}

    sealed interface Reading {
        record Good(CheckRequest request) implements Reading {}

        record Bad(List<Fault> faults) implements Reading {}
    }

    static Reading read(byte[] body) {
        JsonNode tree;
        try {
            tree = JSON.readTree(body);
        } catch (JacksonException e) {
            return new Reading.Bad(List.of(new Fault("", "not-json")));
        }
        if (tree.isMissingNode()) {
            return new Reading.Bad(List.of(new Fault("", "not-json")));
        }
        if (!tree.isObject()) {
            return new Reading.Bad(List.of(new Fault("", "not-an-object")));
        }
        var faults = new ArrayList<Fault>();
        tree.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> faults.add(new Fault(pointer(name), "unknown-member")));
        var token = text(tree, "token", faults);
        if (!tree.has("token")) {
            faults.add(new Fault("/token", "missing"));
        }
        var programme = text(tree, "programme", faults);
        var email = text(tree, "email", faults);
        return faults.isEmpty()
                ? new Reading.Good(
                        new CheckRequest(token.orElse(""), programme.map(ProgrammeId::of), email))
                : new Reading.Bad(faults);
    }

    private static Optional<String> text(JsonNode tree, String name, List<Fault> faults) {
        var node = tree.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isString()) {
            faults.add(new Fault(pointer(name), "not-a-string"));
            return Optional.empty();
        }
        var text = node.stringValue();
        if (text.isBlank()) {
            faults.add(new Fault(pointer(name), "empty"));
        } else if (text.length() > LONGEST) {
            faults.add(new Fault(pointer(name), "too-long"));
        }
        return Optional.of(text);
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// Without the token: a record's text ends in logs sooner or later.
    @Override
    public String toString() {
        return "CheckRequest[…]";
    }
}

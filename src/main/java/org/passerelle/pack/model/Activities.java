package org.passerelle.pack.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Localised;

/// The tree of activities, with ICNPO-style codes. A node may be named by its code (`1100`) or its
/// word (`culture`).
public record Activities(List<Node> nodes) {

    public record Node(
            String code, String id, @Nullable String parentCode, Localised name, boolean school) {}

    /// The node of a code or a word.
    public Optional<Node> find(String codeOrId) {
        return nodes.stream()
                .filter(node -> node.code().equals(codeOrId) || node.id().equals(codeOrId))
                .findFirst();
    }

    /// Whether `activity` is `ancestor` or lies below it; both by code or word.
    public boolean isWithin(String activity, String ancestor) {
        var above = find(ancestor).orElse(null);
        var node = find(activity).orElse(null);
        while (node != null && above != null) {
            if (node.code().equals(above.code())) {
                return true;
            }
            node = node.parentCode() == null ? null : find(node.parentCode()).orElse(null);
        }
        return false;
    }

    /// Nodes by parent's code, roots under the empty string, in the pack's order.
    public Map<String, List<Node>> byParent() {
        var children = new LinkedHashMap<String, List<Node>>();
        for (var node : nodes) {
            var parent = node.parentCode() == null ? "" : node.parentCode();
            children.computeIfAbsent(parent, _ -> new java.util.ArrayList<>()).add(node);
        }
        return children;
    }
}

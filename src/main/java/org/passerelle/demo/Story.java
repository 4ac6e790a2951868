package org.passerelle.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.organisation.Field;
import org.passerelle.pack.model.Offer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What happened to fictive organisations, as `packs/demo/<office>.yaml` tells it. Times are whole
/// days before today.
///
/// @param reviewers who review for this office and no other
record Story(
        int days,
        Map<String, Integer> codes,
        Words words,
        List<Account> reviewers,
        List<Member> organisations) {

    /// What people of the story write, in the office's first language.
    record Words(
            String answered, String cancelled, String refused, String judged, String credited) {}

    /// Somebody with an account.
    record Account(String username, String name, Language language) {
        String firstName() {
            return name.substring(0, name.indexOf(' '));
        }

        String lastName() {
            return name.substring(name.indexOf(' ') + 1);
        }

        String email() {
            return username + "@example.org";
        }
    }

    record Member(
            String name,
            Account holder,
            Optional<Account> orderer,
            Map<String, List<String>> facts,
            int budget,
            int registered,
            Goal goal,
            List<Order> orders,
            List<Wish> cart,
            List<String> judgements,
            List<TokenFor> tokens,
            Optional<String> vatNumber) {
        boolean isBranch() {
            return facts.containsKey("branch");
        }
    }

    /// Where a registration stands today.
    enum Goal {
        DRAFT,
        SUBMITTED,
        IN_REVIEW,
        INFORMATION_REQUESTED,
        QUALIFIED,
        REFUSED,
        WITHDRAWN
    }

    record Wish(String offer, int quantity) {}

    record Order(int placed, Wish wish, OrderGoal goal, List<Return> returns) {}

    /// Units of an order's line that somebody wants to give back (ORD-09).
    ///
    /// @param asked how many days ago
    /// @param explanation in the member's words
    /// @param why the office's no, for one that is refused
    record Return(
            int asked,
            int units,
            Offer.RefundPolicy.Reason reason,
            String explanation,
            ReturnGoal goal,
            Optional<String> why) {}

    /// Where a return stands today. One that the policy accepts alone does not wait.
    enum ReturnGoal {
        ANNOUNCED,
        ACCEPTED,
        RECEIVED,
        SETTLED,
        REFUSED
    }

    /// Where an order stands today, if time does not move it on.
    enum OrderGoal {
        AWAITING_PAYMENT,
        SHORT,
        PAID,
        PART_DELIVERED,
        DELIVERED,
        CANCELLED,
        AWAITING_APPROVAL,
        APPROVED,
        APPROVED_DELIVERED,
        REFUSED,
        /// To be paid by cheque, which has not come.
        CHEQUE_EXPECTED,
        /// Paid by a cheque that is in hand.
        CHEQUE_RECEIVED;

        boolean byCheque() {
            return this == CHEQUE_EXPECTED || this == CHEQUE_RECEIVED;
        }
    }

    record TokenFor(String firstName, String lastName, String email, TokenGoal goal) {}

    /// What becomes of a token. One left to itself is valid for its time and then expired.
    enum TokenGoal {
        LEFT,
        RENEWED,
        REVOKED
    }

    /// The story of a file.
    static Story read(Path file) throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try (var text = Files.newBufferedReader(file)) {
            var root = new Node(yaml.<Map<String, Object>>load(text));
            return new Story(
                    root.number("days"),
                    root.node("codes").map(Node::numbers).orElse(Map.of()),
                    words(root.node("words").orElseThrow()),
                    root.nodes("reviewers").stream().map(Story::account).toList(),
                    root.nodes("organisations").stream().map(Story::member).toList());
        }
    }

    private static Words words(Node node) {
        return new Words(
                node.text("answered"),
                node.text("cancelled"),
                node.text("refused"),
                node.text("judged"),
                node.text("credited"));
    }

    private static Member member(Node node) {
        return new Member(
                node.text("name"),
                account(node.node("holder").orElseThrow()),
                node.node("orderer").map(Story::account),
                facts(node),
                node.number("budget"),
                node.number("registered"),
                Goal.valueOf(constant(node.text("goal"))),
                node.nodes("orders").stream().map(Story::order).toList(),
                node.nodes("cart").stream().map(Story::wish).toList(),
                node.texts("judgements"),
                node.nodes("tokens").stream()
                        .map(token ->
                                new TokenFor(
                                        token.text("first-name"),
                                        token.text("last-name"),
                                        token.text("email"),
                                        TokenGoal.valueOf(constant(token.text("goal")))))
                        .toList(),
                node.texts("vat-number").stream().findFirst());
    }

    private static Order order(Node node) {
        return new Order(
                node.number("placed"),
                wish(node),
                OrderGoal.valueOf(constant(node.text("goal"))),
                node.nodes("returns").stream()
                        .map(one ->
                                new Return(
                                        one.number("asked"),
                                        one.number("units"),
                                        Offer.RefundPolicy.Reason.valueOf(
                                                constant(one.text("reason"))),
                                        one.text("explanation"),
                                        ReturnGoal.valueOf(constant(one.text("goal"))),
                                        one.texts("why").stream().findFirst()))
                        .toList());
    }

    /// A branch has its parent's name and number instead of a number of its own (ORG-06).
    private static Map<String, List<String>> facts(Node node) {
        var facts = new TreeMap<String, List<String>>();
        facts.put("legal-name", List.of(node.text("name")));
        facts.put("main-activity", List.of(node.text("activity")));
        for (var fact : List.of("form", "street", "postal-code", "town", "mission")) {
            facts.put(fact, List.of(node.text(fact)));
        }
        for (var fact : List.of("region", "purposes", "designations", "attested", "staff")) {
            facts.put(fact, node.texts(fact));
        }
        var parent = node.node("branch-of");
        if (parent.isPresent()) {
            facts.put("branch", List.of(Field.YES));
            facts.put("parent-name", List.of(parent.get().text("name")));
            facts.put("parent-number", List.of(parent.get().text("number")));
        } else {
            facts.put("number", List.of(node.text("number")));
        }
        return facts;
    }

    private static Account account(Node node) {
        return new Account(
                node.text("username"),
                node.text("name"),
                node.texts("language").stream()
                        .flatMap(code -> Language.of(code).stream())
                        .findFirst()
                        .orElse(Language.FR));
    }

    private static Wish wish(Node node) {
        return new Wish(node.text("offer"), node.number("quantity"));
    }

    private static String constant(String word) {
        return word.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    /// A mapping of the file, read with a word when a key is missing.
    private record Node(Map<String, Object> values) {
        String text(String key) {
            return Objects.toString(value(key));
        }

        int number(String key) {
            return Integer.parseInt(text(key));
        }

        /// Every key of this mapping with its number.
        Map<String, Integer> numbers() {
            var numbers = new TreeMap<String, Integer>();
            values.keySet().forEach(key -> numbers.put(key, number(key)));
            return numbers;
        }

        List<String> texts(String key) {
            return list(key).stream().map(Objects::toString).toList();
        }

        @SuppressWarnings("unchecked") // SnakeYAML gives mappings as maps by text
        Optional<Node> node(String key) {
            return Optional.ofNullable(values.get(key))
                    .map(value -> new Node((Map<String, Object>) value));
        }

        @SuppressWarnings("unchecked") // as above
        List<Node> nodes(String key) {
            return list(key).stream().map(item -> new Node((Map<String, Object>) item)).toList();
        }

        /// What stands there as a list: one thing is a list of one, nothing an empty one.
        private List<?> list(String key) {
            @Nullable Object value = values.get(key);
            if (value == null) {
                return List.of();
            }
            return value instanceof List<?> list ? list : List.of(value);
        }

        private Object value(String key) {
            @Nullable Object value = values.get(key);
            return Objects.requireNonNull(value, () -> "The demo's story lacks " + key);
        }
    }
}

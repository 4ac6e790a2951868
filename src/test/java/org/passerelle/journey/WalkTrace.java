package org.passerelle.journey;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Writes down what a journey sets in motion: which page calls which face, which tables that call
/// writes, which events it tells, and who hears them. Calls that only read are left out, equal ones
/// are written once, and so is nothing that was undone.
final class WalkTrace {
    private final ThreadLocal<Deque<Step>> open = ThreadLocal.withInitial(ArrayDeque::new);
    private final Map<String, Scene> scenes = new LinkedHashMap<>();
    private Scene scene = new Scene();

    /// One call, with the calls made inside it.
    private static final class Step {
        private final Map<String, Step> inside;
        private final boolean tellsAll;
        private final Set<String> tables = new TreeSet<>();
        private final Set<String> events = new TreeSet<>();

        Step() {
            this(new LinkedHashMap<>(), false);
        }

        /// @param tellsAll whether calls without any effect are told too
        Step(Map<String, Step> inside, boolean tellsAll) {
            this.inside = inside;
            this.tellsAll = tellsAll;
        }

        boolean hasEffect() {
            return !tables.isEmpty()
                    || !events.isEmpty()
                    || inside.values().stream().anyMatch(Step::hasEffect);
        }

        void add(Step other) {
            tables.addAll(other.tables);
            events.addAll(other.events);
            other.inside.forEach(
                    (name, step) -> inside.computeIfAbsent(name, _ -> new Step()).add(step));
        }

        void write(String indent, StringBuilder text) {
            inside.forEach((name, step) -> {
                if (tellsAll || step.hasEffect()) {
                    text.append(indent).append("- ").append(name);
                    text.append(step.hasEffect() ? "" : ", who finds it done");
                    list(text, " writes ", step.tables);
                    list(text, step.tables.isEmpty() ? " tells " : "; tells ", step.events);
                    text.append('\n');
                    step.write(indent + "  ", text);
                }
            });
        }

        private static void list(StringBuilder text, String word, Set<String> names) {
            if (!names.isEmpty()) {
                text.append(word).append(String.join(", ", names));
            }
        }
    }

    /// What pages did in their order, and who heard of it afterwards (several at once).
    private static final class Scene {
        private final Step asked = new Step();
        private final Step heard = new Step(new TreeMap<>(), true);
        private final Set<String> letters = new TreeSet<>();
        private final Set<String> due = new TreeSet<>();
    }

    /// Whether this thread is inside a call already.
    boolean isInside() {
        return !open.get().isEmpty();
    }

    /// A call that a page makes, or one inside another.
    @Nullable Object asked(String page, String call, Callable<@Nullable Object> calling)
            throws Exception {
        return isInside() ? inside(call, calling) : outermost(page, call, calling, false);
    }

    /// A listener that hears an event.
    @Nullable Object heard(String event, String listener, Callable<@Nullable Object> calling)
            throws Exception {
        return outermost("", event + " is heard by " + listener, calling, true);
    }

    private @Nullable Object inside(String call, Callable<@Nullable Object> calling)
            throws Exception {
        var step = new Step();
        open.get().push(step);
        try {
            return done(call, step, calling.call());
        } finally {
            open.get().removeFirstOccurrence(step);
        }
    }

    private @Nullable Object done(String call, Step step, @Nullable Object answer) {
        open.get().remove(step);
        var around = open.get().element();
        around.inside.computeIfAbsent(call, _ -> new Step()).add(step);
        return answer;
    }

    private @Nullable Object outermost(
            String cause, String call, Callable<@Nullable Object> calling, boolean later)
            throws Exception {
        var root = new Step();
        var page = new Step();
        open.get().push(root);
        try {
            var answer = inside(call, calling);
            page.inside.put(cause, root);
            synchronized (this) {
                if (later) {
                    scene.heard.add(root);
                } else {
                    scene.asked.add(page);
                }
            }
            return answer;
        } finally {
            open.get().clear();
        }
    }

    /// A table that the innermost call writes.
    void wrote(String table) {
        if (isInside()) {
            open.get().element().tables.add("`" + table + "`");
        }
    }

    /// An event that the innermost call tells.
    void told(String event) {
        if (isInside()) {
            open.get().element().events.add("*" + event + "*");
        }
    }

    /// Something that fell due because the clock was moved.
    synchronized void fellDue(String kind) {
        scene.due.add("`" + kind + "`");
    }

    /// A letter that was written, by its template.
    synchronized void letter(String template) {
        scene.letters.add("`" + template + "`");
    }

    /// Ends a scene; what follows belongs to the next.
    synchronized void endOf(String name) {
        scenes.put(name, scene);
        scene = new Scene();
    }

    /// The walk as Markdown.
    synchronized String text() {
        var text = new StringBuilder();
        var number = 1;
        for (var entry : scenes.entrySet()) {
            text.append("### %d. %s\n".formatted(number++, entry.getKey()));
            var played = entry.getValue();
            if (!played.due.isEmpty()) {
                text.append("- the clock moves, and falls due: ")
                        .append(String.join(", ", played.due))
                        .append('\n');
            }
            played.asked.write("", text);
            played.heard.write("", text);
            if (!played.letters.isEmpty()) {
                text.append("- letters: ").append(String.join(", ", played.letters)).append('\n');
            }
            if (!played.asked.hasEffect() && !played.heard.hasEffect()) {
                text.append("- nothing is written: reading decides nothing\n");
            }
            text.append('\n');
        }
        return text.toString();
    }
}

package org.passerelle.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.passerelle.demo.Story.Account;
import org.passerelle.demo.Story.Goal;
import org.passerelle.demo.Story.Member;
import org.passerelle.kernel.Language;

/// Many more registrations that wait for the office, to see its pages as they are on a bad Monday:
/// the story's organisations over again under other names and numbers, all of one person.
final class Crowd {
    private static final Account HOLDER = new Account("foule", "Camille Foule", Language.FR);
    private static final List<String> NAMES =
            List.of(
                    "Chorale",
                    "Fanfare",
                    "Entraide",
                    "Jardins partagés",
                    "Atelier",
                    "Club",
                    "Amicale",
                    "Théâtre",
                    "Maison",
                    "Radio",
                    "Refuge",
                    "Bibliothèque");
    private static final int FIRST_NUMBER = 20_001;
    private static final int LONGEST_WAIT_DAYS = 12;

    private Crowd() {}

    /// Made after the organisations of the story whose number is a letter and an order: those of
    /// other kinds end in check digits.
    static List<Member> of(Story after, int count) {
        var crowd = new ArrayList<Member>();
        var templates = after.organisations().stream().filter(Crowd::hasPlainNumber).toList();
        for (var i = 0; i < count; i++) {
            crowd.add(member(templates.get(i % templates.size()), i));
        }
        return crowd;
    }

    private static Member member(Member template, int i) {
        var town = template.facts().getOrDefault("town", List.of("")).getFirst();
        var name = NAMES.get(i % NAMES.size()) + " de " + town + " " + (i + 1);
        var facts = new LinkedHashMap<>(template.facts());
        var letter = number(template).substring(0, 1);
        facts.put("number", List.of(letter + (FIRST_NUMBER + i)));
        facts.put("legal-name", List.of(name));
        return new Member(
                name,
                HOLDER,
                Optional.empty(),
                facts,
                template.budget(),
                i % (LONGEST_WAIT_DAYS + 1),
                goal(i),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static String number(Member template) {
        return template.facts().getOrDefault("number", List.of("")).getFirst();
    }

    private static boolean hasPlainNumber(Member template) {
        return number(template).matches("[A-Z][0-9]+");
    }

    private static Goal goal(int i) {
        return switch (i % 10) {
            case 3, 7 -> Goal.IN_REVIEW;
            case 5 -> Goal.INFORMATION_REQUESTED;
            default -> Goal.SUBMITTED;
        };
    }
}

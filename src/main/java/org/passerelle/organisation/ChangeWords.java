package org.passerelle.organisation;

import java.util.Map;
import java.util.Optional;
import org.passerelle.organisation.domain.ProfileChange;
import org.passerelle.pack.model.Pack;
import org.passerelle.words.Words;

/// Values of a change in a reader's words.
public final class ChangeWords {
    private final Words words;
    private final Declared declared;

    public ChangeWords(Pack pack, Words words) {
        this.words = words;
        this.declared = new Declared(pack, words);
    }

    /// What the item is called.
    public String name(ChangeItem item) {
        return item.scheme()
                .map(scheme -> words.get("organisation.scheme." + scheme))
                .orElseGet(() ->
                        switch (item.code()) {
                            case "address" -> words.get("organisation.step.address");
                            case "budget" -> words.get("changes.item.budget");
                            default -> words.get("organisation.field." + item.code());
                        });
    }

    /// What a value says; a dash where there is none.
    public String text(ChangeItem item, Map<String, String> values) {
        var said =
                switch (item.code()) {
                    case "form" -> form(values.getOrDefault(item.code(), ""));
                    case "address" -> address(values);
                    case "budget" -> budget(values);
                    default -> values.getOrDefault(item.code(), "");
                };
        return said.isBlank() ? "–" : said;
    }

    /// The same on one line, for a letter.
    public String line(ChangeItem item, Map<String, String> values) {
        return text(item, values).replace("\n", ", ");
    }

    private String form(String id) {
        return id.isEmpty() ? "" : declared.form(id);
    }

    private String address(Map<String, String> values) {
        var region = values.getOrDefault(Field.REGION.code(), "");
        var coded = region.matches("[A-Z]{2}-.+");
        var address =
                new Address(
                        values.getOrDefault(Field.STREET.code(), ""),
                        values.getOrDefault(Field.POSTAL_CODE.code(), ""),
                        values.getOrDefault(Field.TOWN.code(), ""),
                        Optional.of(region).filter(_ -> coded),
                        coded ? region.substring(0, 2) : "");
        var typed = coded || region.isEmpty() ? "" : "\n" + region;
        return (address.street() + "\n" + address.place() + typed).strip();
    }

    private String budget(Map<String, String> values) {
        return values.getOrDefault(Field.BUDGET_AMOUNT.code(), "").isEmpty()
                ? ""
                : words.get(
                        "changes.budget",
                        words.roundMoney(ProfileChange.money(values)),
                        values.getOrDefault(Field.BUDGET_YEAR.code(), ""));
    }
}

package org.passerelle.backoffice.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.backoffice.CsvFile;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.backoffice.programme.WishesPage.Answer;
import org.passerelle.backoffice.programme.WishesPage.Count;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.RuleWords;
import org.passerelle.programme.Wish;
import org.passerelle.programme.Wishes;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The answers of those who are not eligible, for programme managers: counted by partner, read one
/// by one, taken along as CSV (ELI-06).
@Controller
@RequestMapping(WishesPages.PATH)
@PreAuthorize("hasAnyRole('PROGRAMME_MANAGER', 'ADMINISTRATOR')")
class WishesPages {
    static final String PATH = "/staff/wishes";

    private static final int SHOWN = 25;
    private static final int AT_ONCE = 500;

    private final Wishes wishes;
    private final Organisations organisations;
    private final Packs packs;

    WishesPages(Wishes wishes, Organisations organisations, Packs packs) {
        this.wishes = wishes;
        this.organisations = organisations;
        this.packs = packs;
    }

    @GetMapping
    String wishes(Form form, Frame frame, Model model) {
        var pack = packs.get(StaffOffice.of(frame));
        var rules = new RuleWords(frame.words(), pack);
        var about = about(pack, form);
        var counts = wishes.counts(pack.id());
        var paging = Paging.of(form, SHOWN);
        var shown = wishes.list(pack.id(), about, paging.from(), SHOWN);
        var names = names(shown);
        var total =
                counts.entrySet().stream()
                        .filter(each -> about.contains(each.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        model.addAttribute(
                "page",
                new WishesPage(
                        form,
                        pack.partners().values().stream()
                                .map(one -> Option.of(one.id().value(), one.name()))
                                .toList(),
                        counts(pack, counts, rules, frame),
                        shown.stream().map(one -> answer(one, names, rules, frame)).toList(),
                        paging.pager(frame, total),
                        PATH + "/answers.csv" + frame.query()));
        return "backoffice/programme/wishes";
    }

    @GetMapping("/answers.csv")
    void csv(Form form, Frame frame, HttpServletResponse response) throws IOException {
        var pack = packs.get(StaffOffice.of(frame));
        var words = frame.words();
        var rules = new RuleWords(words, pack);
        var about = about(pack, form);
        var file = new CsvFile(response, "wishes.csv");
        file.row(
                words.get("eligibility.wishes.csv.changed"),
                words.get("eligibility.rules.csv.programme"),
                words.get("eligibility.rules.csv.organisation"),
                words.get("eligibility.rules.csv.name"),
                words.get("eligibility.wishes.csv.answer"));
        var from = 0;
        List<Wish> turn;
        do {
            turn = wishes.list(pack.id(), about, from, AT_ONCE);
            var names = names(turn);
            turn.forEach(one ->
                    file.row(
                            one.changed().atZone(frame.zone()).toLocalDate().toString(),
                            rules.programme(one.programme()),
                            one.organisation().toString(),
                            names.getOrDefault(one.organisation(), ""),
                            one.answer()));
            from += AT_ONCE;
        } while (turn.size() == AT_ONCE);
    }

    /// The programmes that the address asks for; all where it names none.
    private static Set<ProgrammeId> about(Pack pack, Form form) {
        var partner = form.trimmed("partner");
        var programme = form.trimmed("programme");
        return pack.programmes().values().stream()
                .filter(one -> partner.isEmpty() || one.partner().value().equals(partner))
                .map(Programme::id)
                .filter(id -> programme.isEmpty() || id.value().equals(programme))
                .collect(Collectors.toSet());
    }

    private static List<Count> counts(
            Pack pack, Map<ProgrammeId, Integer> counts, RuleWords rules, Frame frame) {
        return counts.entrySet().stream()
                .filter(each -> pack.programme(each.getKey()).isPresent())
                .sorted(
                        Map.Entry.<ProgrammeId, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(each -> rules.partnerOf(each.getKey())))
                .map(each ->
                        new Count(
                                rules.partnerOf(each.getKey()),
                                rules.programme(each.getKey()),
                                PATH + "?programme=" + each.getKey(),
                                frame.words().number(each.getValue())))
                .toList();
    }

    private Map<OrganisationId, String> names(List<Wish> shown) {
        return organisations
                .all(shown.stream().map(Wish::organisation).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    private static Answer answer(
            Wish one, Map<OrganisationId, String> names, RuleWords rules, Frame frame) {
        return new Answer(
                names.getOrDefault(one.organisation(), ""),
                "/staff/organisations/" + one.organisation(),
                rules.programme(one.programme()),
                frame.words().date(one.changed().atZone(frame.zone()).toLocalDate()),
                one.answer());
    }
}

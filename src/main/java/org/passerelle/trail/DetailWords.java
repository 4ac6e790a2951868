package org.passerelle.trail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.audit.AuditLine;
import org.passerelle.pack.PackNames;
import org.passerelle.verification.CaseWords;
import org.passerelle.words.Words;

/// The detail of a line in a reader’s words. It is kept as the product wrote it, with codes and
/// figures; people read roles, names, amounts and counts. What somebody typed stays as it is.
record DetailWords(Words words, PackNames names) {
    private static final Pattern LINES =
            Pattern.compile("(\\d+) lines, ([A-Z]{3}) (\\d+(?:\\.\\d+)?)");
    private static final Pattern HANDED = Pattern.compile("([A-Z_]+) for line (\\d+)");
    private static final Pattern AMOUNT =
            Pattern.compile("([A-Z]{3}) (\\d+(?:\\.\\d+)?)(?: (.*))?", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("from (.+)");
    private static final Pattern JUDGED = Pattern.compile("(yes|no): (.*)", Pattern.DOTALL);
    private static final Pattern ITEMS =
            Pattern.compile("([\\w.-]+(?:, [\\w.-]+)*)((?::.*)?)", Pattern.DOTALL);
    private static final Pattern RENAMED = Pattern.compile("from (.*), ([A-Z]{2})", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(\\S+) at (\\S+): (.*)");
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final Pattern SEAT = Pattern.compile("line (\\d+), seat (\\d+)");
    private static final Pattern EXPECTED = Pattern.compile("line (\\d+) on (\\S+)");
    private static final Pattern ARRIVED =
            Pattern.compile("(.*?) ?(\\d{4}-\\d\\d-\\d\\d)", Pattern.DOTALL);
    private static final Pattern RETURNED =
            Pattern.compile("line (\\d+): (\\d+) ([a-z-]+) ([a-z]+)");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern WRITTEN = Pattern.compile("(\\S+) ([A-Z]{3}) (\\d+(?:\\.\\d+)?)");
    private static final Pattern STOCK =
            Pattern.compile("(added|counted) (\\d+): (.*)", Pattern.DOTALL);
    private static final Pattern CODES = Pattern.compile("(\\d+) codes");
    private static final Pattern TOKENS = Pattern.compile("(\\d+) tokens: (.*)", Pattern.DOTALL);
    private static final Pattern RULES = Pattern.compile("\\w+: \\+(\\d+) −(\\d+)");
    private static final Pattern PARTNER = Pattern.compile(" for (\\S+)");
    private static final Pattern OFFICES =
            Pattern.compile(" at ([a-z0-9-]+(?: [a-z0-9-]+)*)(?= to |$)");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b");

    String of(AuditLine line) {
        var detail = line.detail();
        if (saysNothingNew(line)) {
            return "";
        }
        return switch (line.action()) {
            case "identity.account-created",
                    "identity.appointed",
                    "organisation.invited",
                    "organisation.member-invitation-accepted",
                    "organisation.member-invitation-declined",
                    "organisation.member-join-accepted",
                    "organisation.member-role-changed" ->
                    roles(detail);
            case "identity.signed-in",
                    "identity.sign-in-refused",
                    "identity.sign-in-limited",
                    "organisation.member-hand-over-done" ->
                    said(FROM, detail, found -> words.get("audit.detail.from", found.group(1)));
            case "identity.renamed" -> said(RENAMED, detail, this::renamed);
            case "identity.key-issued" -> said(KEY, detail, this::key);
            case "organisation.change-asked",
                    "organisation.change-accepted",
                    "organisation.change-refused",
                    "organisation.changed",
                    "organisation.amended" ->
                    said(ITEMS, detail, found -> items(found.group(1)) + found.group(2));
            case "organisation.branch-letter-refused",
                    "verification.letter-refused",
                    "verification.refused" ->
                    reasons(detail);
            case "verification.asked", "verification.answered" ->
                    detail.matches("\\d{1,9}")
                            ? words.get("audit.detail.questions", Integer.parseInt(detail))
                            : detail;
            case "verification.contested" -> words.get("audit.subject.case", detail);
            case "verification.fact-changed" -> CaseWords.facts(List.of(detail.split(", ")), words);
            case "programme.judged" ->
                    said(
                            JUDGED,
                            detail,
                            found -> words.get("audit.detail." + found.group(1), found.group(2)));
            case "help.asked" -> names.request(detail).orElse(detail);
            default -> ofGoods(line.action(), detail);
        };
    }

    /// Orders, stock and tokens.
    private String ofGoods(String action, String detail) {
        return switch (action) {
            case "order.placed" -> said(LINES, detail, this::lines);
            case "order.handed-over" -> said(HANDED, detail, this::handed);
            case "order.all-handed-over" ->
                    said(LINE, detail, found -> words.get("audit.detail.line", found.group(1)));
            case "order.seat-given", "order.seat-freed" ->
                    said(
                            SEAT,
                            detail,
                            found ->
                                    words.get("audit.detail.seat", found.group(1), found.group(2)));
            case "order.expected" ->
                    said(
                            EXPECTED,
                            detail,
                            found ->
                                    words.get("audit.detail.line", found.group(1))
                                            + " · "
                                            + day(found.group(2)));
            case "order.parcel-arrived" -> said(ARRIVED, detail, this::arrived);
            case "token.created", "token.renewed", "token.revoked" ->
                    detail.replaceFirst("^for ", "");
            case "token.verified", "token.redeemed" ->
                    words.find("token.result." + keyed(detail)).orElse(detail);
            case "token.all-revoked" ->
                    said(TOKENS, detail, found -> counted("tokens", found) + after(found.group(2)));
            case "stock.changed" ->
                    said(
                            STOCK,
                            detail,
                            found ->
                                    words.get(
                                                    "audit.detail." + found.group(1),
                                                    Long.parseLong(found.group(2)))
                                            + after(found.group(3)));
            case "codes.imported" -> said(CODES, detail, found -> counted("codes", found));
            case "pack.confirmed" ->
                    said(
                            RULES,
                            detail,
                            found ->
                                    words.get(
                                            "audit.detail.rules",
                                            Long.parseLong(found.group(1)),
                                            Long.parseLong(found.group(2))));
            default -> ofMoney(action, detail);
        };
    }

    /// Money that came and went, returns, invoices and taxes.
    private String ofMoney(String action, String detail) {
        return switch (action) {
            case "paypal.captured",
                    "paypal.pending",
                    "paypal.refused",
                    "paypal.taken-back",
                    "paypal.not-booked",
                    "payment.recorded",
                    "payment.returned",
                    "payment.taken-back",
                    "cheque.banked",
                    "banking.sent-back",
                    "banking.set-aside",
                    "banking.taken-back",
                    "banking.undone",
                    "payout.due",
                    "payout.sent",
                    "payout.failed",
                    "payout.dropped",
                    "payout.directed" ->
                    said(AMOUNT, detail, this::paid);
            case "banking.transfers-written" ->
                    said(
                            WRITTEN,
                            detail,
                            it -> it.group(1) + " " + money(it.group(2), it.group(3)));
            case "payment.more-time",
                    "tax.number-checked",
                    "tax.number-check-over",
                    "tax.exemption-asked",
                    "tax.exemption-accepted",
                    "tax.exemption-refused",
                    "tax.exemption-revoked",
                    "tax.exemption-withdrawn",
                    "tax.exemption-ended" ->
                    DAY.matcher(detail)
                            .replaceAll(it -> Matcher.quoteReplacement(day(it.group(1))));
            case "return.announced" ->
                    RETURNED.matcher(detail)
                            .replaceAll(it -> Matcher.quoteReplacement(givenBack(it)));
            case "return.accepted", "return.received", "invoice.run-started" ->
                    said(DAY, detail, it -> day(it.group(1)));
            case "return.settled" ->
                    words.find("returns.remedy." + detail)
                            .orElseGet(() -> said(AMOUNT, detail, this::paid));
            default -> detail;
        };
    }

    private String counted(String what, MatchResult found) {
        return words.get("audit.detail." + what, Long.parseLong(found.group(1)));
    }

    private static String after(String written) {
        return written.isBlank() ? "" : " · " + written;
    }

    private String day(String day) {
        return words.date(LocalDate.parse(day));
    }

    private String givenBack(MatchResult found) {
        return words.get(
                "audit.detail.return",
                found.group(1),
                found.group(2),
                words.get("returns.reason." + found.group(3)),
                words.get("audit.detail.return." + found.group(4)));
    }

    private String arrived(MatchResult found) {
        var parcel = found.group(1);
        return (parcel.isBlank() ? "" : parcel + " · ") + day(found.group(2));
    }

    private String renamed(MatchResult found) {
        var language = found.group(2);
        return found.group(1)
                + " · "
                + words.find("ui.language." + keyed(language)).orElse(language);
    }

    /// Whose machine may ask what, towards which office.
    private String key(MatchResult found) {
        var may =
                Stream.of(found.group(3).split(" "))
                        .map(scope ->
                                words.find("audit.scope." + scope.replace(':', '.')).orElse(scope))
                        .collect(Collectors.joining(", "));
        return partner(found.group(1)) + " · " + office(found.group(2)) + " · " + may;
    }

    private String partner(String id) {
        return names.partner(id).orElse(id);
    }

    private String office(String id) {
        return id.equals("all") ? words.get("audit.offices.all") : names.office(id).orElse(id);
    }

    /// The office's own names of the reasons for which it refused.
    private String reasons(String codes) {
        return Stream.of(codes.split(", "))
                .map(code -> names.reason(code).orElse(code))
                .collect(Collectors.joining(", "));
    }

    /// What changes are asked for or made, by name; after a colon stands what somebody typed.
    private String items(String codes) {
        return Stream.of(codes.split(", ")).map(this::item).collect(Collectors.joining(", "));
    }

    private String item(String code) {
        var scheme = code.replaceFirst("^identifier\\.", "organisation.scheme.");
        return Stream.of("changes.item.", "organisation.field.", "organisation.step.")
                .map(prefix -> prefix + code)
                .flatMap(key -> words.find(key).stream())
                .findFirst()
                .or(() -> words.find(scheme))
                .orElse(code);
    }

    /// The number of the case it is about, the name of who did it.
    private static boolean saysNothingNew(AuditLine line) {
        var detail = line.detail();
        return detail.equals(line.subject().id()) || detail.equals(line.actorLabel());
    }

    private static String said(
            Pattern pattern, String detail, Function<MatchResult, String> words) {
        var found = pattern.matcher(detail);
        return found.matches() ? words.apply(found.toMatchResult()) : detail;
    }

    private String lines(MatchResult found) {
        return words.get(
                "audit.detail.lines",
                Integer.parseInt(found.group(1)),
                money(found.group(2), found.group(3)));
    }

    private String handed(MatchResult found) {
        return words.get(
                "audit.detail.handed", what(found.group(1)), Integer.parseInt(found.group(2)));
    }

    private String paid(MatchResult found) {
        var rest = found.group(3) == null ? "" : " · " + found.group(3);
        return money(found.group(1), found.group(2)) + rest;
    }

    private String money(String currency, String amount) {
        return words.money(Money.parse(currency + " " + amount));
    }

    private String what(String code) {
        return words.find("ordering.hand." + keyed(code)).orElse(code);
    }

    private String roles(String detail) {
        return CODE.matcher(places(detail))
                .replaceAll(found -> Matcher.quoteReplacement(role(found.group())))
                .replaceFirst("^from (.*) to (.*)$", "$1 → $2");
    }

    private String role(String code) {
        return words.find("people.role." + keyed(code))
                .or(() -> words.find("organisation.role." + keyed(code)))
                .or(() -> words.find("audit.role." + keyed(code)))
                .orElse(code);
    }

    /// With which partner, for which offices.
    private String places(String detail) {
        var partners =
                PARTNER.matcher(detail)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(" · " + partner(found.group(1))));
        return OFFICES.matcher(partners)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                " · "
                                        + Stream.of(found.group(1).split(" "))
                                                .map(this::office)
                                                .collect(Collectors.joining(", "))));
    }

    private static String keyed(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

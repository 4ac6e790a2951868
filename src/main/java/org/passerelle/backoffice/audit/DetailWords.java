package org.passerelle.backoffice.audit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.audit.AuditLine;
import org.passerelle.verification.CaseWords;
import org.passerelle.words.Words;

/// The detail of a line in a reader’s words. It is kept as the product wrote it, with codes and
/// figures; people read roles, amounts and counts. What somebody typed stays as it is.
record DetailWords(Words words) {
    private static final Pattern LINES =
            Pattern.compile("(\\d+) lines, ([A-Z]{3}) (\\d+(?:\\.\\d+)?)");
    private static final Pattern HANDED = Pattern.compile("([A-Z_]+) for line (\\d+)");
    private static final Pattern AMOUNT =
            Pattern.compile("([A-Z]{3}) (\\d+(?:\\.\\d+)?)(?: (.*))?", Pattern.DOTALL);
    private static final Pattern FROM = Pattern.compile("from (.+)");
    private static final Pattern JUDGED = Pattern.compile("(yes|no): (.*)", Pattern.DOTALL);
    private static final Pattern ITEMS =
            Pattern.compile("([\\w.-]+(?:, [\\w.-]+)*)((?::.*)?)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b");

    String of(AuditLine line) {
        var detail = line.detail();
        if (saysNothingNew(line)) {
            return "";
        }
        return switch (line.action()) {
            case "order.placed" -> said(LINES, detail, this::lines);
            case "order.handed-over" -> said(HANDED, detail, this::handed);
            case "payment.recorded", "payment.returned" -> said(AMOUNT, detail, this::paid);
            case "verification.asked", "verification.answered" ->
                    detail.matches("\\d{1,9}")
                            ? words.get("audit.detail.questions", Integer.parseInt(detail))
                            : detail;
            case "token.created", "token.renewed", "token.revoked" ->
                    detail.replaceFirst("^for ", "");
            case "identity.account-created",
                    "identity.appointed",
                    "organisation.member-invited",
                    "organisation.member-join-accepted",
                    "organisation.member-role-changed" ->
                    roles(detail);
            case "identity.signed-in",
                    "identity.sign-in-refused",
                    "identity.sign-in-limited",
                    "organisation.member-hand-over-done" ->
                    said(FROM, detail, found -> words.get("audit.detail.from", found.group(1)));
            case "programme.judged" ->
                    said(
                            JUDGED,
                            detail,
                            found -> words.get("audit.detail." + found.group(1), found.group(2)));
            case "verification.contested" -> words.get("audit.subject.case", detail);
            case "verification.fact-changed" -> CaseWords.facts(List.of(detail.split(", ")), words);
            case "organisation.change-asked",
                    "organisation.change-accepted",
                    "organisation.change-refused",
                    "organisation.changed",
                    "organisation.amended" ->
                    said(ITEMS, detail, found -> items(found.group(1)) + found.group(2));
            default -> detail;
        };
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
        return CODE.matcher(detail)
                .replaceAll(found ->
                        words.find("people.role." + keyed(found.group()))
                                .or(() -> words.find("organisation.role." + keyed(found.group())))
                                .or(() -> words.find("audit.role." + keyed(found.group())))
                                .orElse(found.group()))
                .replaceAll(" at all\\b", " · " + words.get("audit.offices.all"))
                .replaceAll(" at ", " · ")
                .replaceFirst("^from (.*) to (.*)$", "$1 → $2");
    }

    private static String keyed(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

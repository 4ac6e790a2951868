package org.passerelle.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The entries of the three navigations. An entry is shown when the product has a page at its path
/// and the reader a role that may see it, so none leads nowhere.
@Component
public class Navigation {

    /// @param key names the entry to pages (`nav = "orders"`) and its words (`ui.nav.orders`)
    /// @param roles that see it; empty for everybody
    public record Entry(String key, String path, String icon, Set<String> roles) {
        static Entry of(String key, String path, String icon, String... roles) {
            return new Entry(key, path, icon, Set.of(roles));
        }
    }

    /// An entry as a page shows it, with what waits behind it.
    public record Item(String key, String path, String icon, int count) {}

    /// @param finance tabs of the pages of an office's money
    /// @param tools of the public and member bar that exist: `cart`, `sign-in`, `register`…
    public record Menus(
            List<Item> open,
            List<Item> member,
            List<Item> staff,
            List<Item> finance,
            Map<String, Item> tools) {
        public Optional<Item> tool(String key) {
            return Optional.ofNullable(tools.get(key));
        }
    }

    static final List<Entry> PUBLIC =
            List.of(
                    Entry.of("catalogue", "/catalogue", "grid"),
                    Entry.of("try", "/eligibility", "check"),
                    Entry.of("how", "/how-it-works", "info"),
                    Entry.of("help", "/help", "help"));

    static final List<Entry> MEMBER =
            List.of(
                    Entry.of("organisation", "/organisation", "home"),
                    Entry.of("catalogue", "/catalogue", "grid"),
                    Entry.of("cart", "/cart", "cart"),
                    Entry.of("orders", "/orders", "box"),
                    Entry.of("invoices", "/invoices", "euro"),
                    Entry.of("tokens", "/tokens", "key"),
                    Entry.of("messages", "/messages", "mail"),
                    Entry.of("requests", "/requests", "help"),
                    Entry.of("members", "/organisation/members", "people"),
                    Entry.of("account", "/account", "user"));

    static final List<Entry> STAFF =
            List.of(
                    Entry.of("today", "/staff", "home"),
                    Entry.of(
                            "cases",
                            "/staff/cases",
                            "shield",
                            "REVIEWER",
                            "SUPPORT",
                            "ADMINISTRATOR"),
                    Entry.of("changes", "/staff/changes", "file", "REVIEWER", "SUPPORT"),
                    Entry.of("requests", "/staff/requests", "help"),
                    Entry.of("comments", "/staff/comments", "mail", "SUPPORT", "PROGRAMME_MANAGER"),
                    Entry.of("registers", "/staff/registers", "search", "REVIEWER", "SUPPORT"),
                    Entry.of(
                            "orders",
                            "/staff/orders",
                            "box",
                            "FINANCE",
                            "PROGRAMME_MANAGER",
                            "SUPPORT"),
                    Entry.of(
                            "returns",
                            "/staff/returns",
                            "box",
                            "FINANCE",
                            "PROGRAMME_MANAGER",
                            "SUPPORT"),
                    Entry.of("finance", "/staff/finance", "euro", "FINANCE"),
                    Entry.of("organisations", "/staff/organisations", "people"),
                    Entry.of(
                            "membership",
                            "/staff/membership",
                            "user",
                            "REVIEWER",
                            "SUPPORT",
                            "ADMINISTRATOR"),
                    Entry.of("rules", "/staff/rules", "check", "PROGRAMME_MANAGER"),
                    Entry.of("wishes", "/staff/wishes", "help", "PROGRAMME_MANAGER"),
                    Entry.of("stock", "/staff/stock", "ticket", "PROGRAMME_MANAGER"),
                    Entry.of("tokens", "/staff/tokens", "key", "SUPPORT", "PROGRAMME_MANAGER"),
                    Entry.of("messages", "/staff/messages", "mail"),
                    Entry.of("people", "/staff/people", "user", "ADMINISTRATOR", "SUPPORT"),
                    Entry.of("integrations", "/staff/integrations", "split", "ADMINISTRATOR"),
                    Entry.of("audit", "/staff/audit", "book"),
                    Entry.of("clock", "/staff/clock", "clock", "ADMINISTRATOR"));

    /// The pages of an office's money, shown as tabs on each of them.
    static final List<Entry> FINANCE =
            List.of(
                    Entry.of("finance.month", "/staff/finance", "euro", "FINANCE"),
                    Entry.of("finance.payments", "/staff/payments", "euro", "FINANCE"),
                    Entry.of("finance.unpaid", "/staff/unpaid", "euro", "FINANCE"),
                    Entry.of("finance.bank", "/staff/bank", "euro", "FINANCE"),
                    Entry.of("finance.payouts", "/staff/payouts", "euro", "FINANCE"),
                    Entry.of("finance.cheques", "/staff/cheques", "euro", "FINANCE"),
                    Entry.of("finance.invoices", "/staff/invoices", "file", "FINANCE"),
                    Entry.of("finance.tax", "/staff/tax", "file", "FINANCE"),
                    Entry.of("finance.ledger", "/staff/ledger", "book", "FINANCE"));

    static final List<Entry> TOOLS =
            List.of(
                    Entry.of("cart", "/cart", "cart"),
                    Entry.of("sign-in", "/sign-in", "user"),
                    Entry.of("register", "/register", "plus"),
                    Entry.of("organisation", "/organisation", "home"),
                    Entry.of("account", "/account", "user"),
                    Entry.of("mailbox", "/dev/mailbox", "mail"),
                    Entry.of("accessibility", "/accessibility", "info"),
                    Entry.of("privacy", "/personal-data", "info"),
                    Entry.of("display", "/display", "sun"),
                    Entry.of("catalogue", "/catalogue", "grid"),
                    Entry.of("how", "/how-it-works", "help"),
                    Entry.of("help", "/help", "help"),
                    Entry.of("requests", "/requests", "help"),
                    Entry.of("try", "/eligibility", "check"),
                    Entry.of("staff", "/staff", "shield"),
                    Entry.of("verify", "/verify-token", "key"),
                    Entry.of("api", "/api", "file"));

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile Set<String> pages = Set.of();

    Navigation(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /// @param closed keys of entries that are left out
    Menus menus(Optional<SignedInView> person, Map<String, Integer> counts, Set<String> closed) {
        var staff = STAFF.stream().filter(entry -> !closed.contains(entry.key())).toList();
        var tools = new java.util.LinkedHashMap<String, Item>();
        shown(TOOLS, person, counts).forEach(item -> tools.put(item.key(), item));
        return new Menus(
                shown(PUBLIC, person, counts),
                shown(MEMBER, person, counts),
                shown(staff, person, counts),
                shown(FINANCE, person, counts),
                tools);
    }

    private List<Item> shown(
            List<Entry> entries, Optional<SignedInView> person, Map<String, Integer> counts) {
        return entries.stream()
                .filter(entry -> exists(entry.path()) && mayEnter(entry, person))
                .map(entry ->
                        new Item(
                                entry.key(),
                                entry.path(),
                                entry.icon(),
                                counts.getOrDefault(entry.key(), 0)))
                .toList();
    }

    private static boolean mayEnter(Entry entry, Optional<SignedInView> person) {
        return entry.roles().isEmpty()
                || person.map(someone ->
                                someone.has("ADMINISTRATOR")
                                        || entry.roles().stream().anyMatch(someone::has))
                        .orElse(false);
    }

    /// Whether the product has a page at exactly this path.
    boolean exists(String path) {
        if (pages.isEmpty()) {
            var found = new HashSet<String>();
            mappings.ifAvailable(mapping ->
                    mapping.getHandlerMethods()
                            .keySet()
                            .forEach(info -> found.addAll(info.getPatternValues())));
            pages = Set.copyOf(found);
        }
        return pages.contains(path) || pages.contains(path + "/");
    }
}

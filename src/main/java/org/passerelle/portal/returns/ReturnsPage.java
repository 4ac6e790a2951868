package org.passerelle.portal.returns;

import java.util.List;

/// Where giving something back begins: orders of which something can be given back today, and what
/// was announced before (ORD-09).
public record ReturnsPage(List<Choice> orders, List<Listed> announced) {

    /// An order of which something can be given back.
    public record Choice(String number, String path, String what) {}

    /// A return with its state.
    public record Listed(String number, String path, String tone, String state) {}
}

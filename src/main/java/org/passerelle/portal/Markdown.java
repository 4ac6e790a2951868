package org.passerelle.portal;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.passerelle.kernel.Language;
import org.passerelle.words.WordBook;

/// A pack's text as HTML. What a pack writes is text: HTML in it is shown, not obeyed, and links
/// may lead to the web or to a mail address only.
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .omitSingleParagraphP(false)
                    .build();
    private static final int DEEPEST = 6;

    private Markdown() {}

    /// The text without its title line, its headings `deeper` levels down: a page has one `h1`. Its
    /// words are typeset as those of the interface, its addresses and code left alone.
    public static String html(Language language, String text, int deeper) {
        var document = PARSER.parse(withoutTitle(text));
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        heading.setLevel(Math.min(DEEPEST, heading.getLevel() + deeper));
                        visitChildren(heading);
                    }

                    @Override
                    public void visit(Text words) {
                        words.setLiteral(WordBook.typeset(language, words.getLiteral()));
                    }
                });
        return RENDERER.render(document);
    }

    private static String withoutTitle(String text) {
        var lines = text.lines().toList();
        var first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        return first < lines.size() && lines.get(first).startsWith("# ")
                ? String.join("\n", List.copyOf(lines.subList(first + 1, lines.size())))
                : text;
    }
}

package org.passerelle.help;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// The first paragraph of a Markdown text without its marks: what an article answers in short.
final class FirstParagraph {
    private static final Parser PARSER = Parser.builder().build();

    private FirstParagraph() {}

    /// Empty when there is none.
    static String of(String markdown) {
        for (Node node = PARSER.parse(markdown).getFirstChild();
                node != null;
                node = node.getNext()) {
            if (node instanceof Paragraph) {
                return words(node);
            }
        }
        return "";
    }

    /// The words of links, without their addresses.
    private static String words(Node paragraph) {
        var words = new StringBuilder();
        paragraph.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }

                    @Override
                    public void visit(Code code) {
                        words.append(code.getLiteral());
                    }

                    @Override
                    public void visit(SoftLineBreak pause) {
                        words.append(' ');
                    }

                    @Override
                    public void visit(HardLineBreak pause) {
                        words.append(' ');
                    }
                });
        return words.toString();
    }
}

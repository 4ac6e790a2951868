package org.passerelle.notification;

/// Writes a letter's HTML. Mail programs know few styles and no style sheet of ours, so every
/// element carries its own.
final class LetterHtml {
    private static final String FONT =
            "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>%s</title>
            <style>
            @media (prefers-color-scheme: dark) {
              body, .paper { background: #171217 !important; }
              .sheet { background: #201920 !important; }
              .sheet, .sheet h1, .sheet p, .sheet dd { color: #f3ecf0 !important; }
              .sheet dt, .why { color: #bfb2bd !important; }
              .sheet .link { color: #d6b1db !important; }
              .act { background: #d6b1db !important; color: #2a1230 !important; }
            }
            </style>
            </head>
            """;

    private LetterHtml() {}

    static String of(LetterLayout letter) {
        var html = new StringBuilder();
        html.append(HEAD.formatted(letter.language().code(), escaped(letter.heading())));
        html.append("<body style=\"margin:0;background:#faf7f2;")
                .append(FONT)
                .append(";font-size:16px;line-height:1.55;color:#271e27\">\n")
                .append("<div class=\"paper\" style=\"background:#faf7f2;padding:24px 12px\">\n")
                .append("<div style=\"max-width:560px;margin:0 auto 12px;padding:0 24px;")
                .append("font-weight:700;font-size:18px\">")
                .append("<span style=\"color:#b27a00\">&#9679;</span> ")
                .append(escaped(letter.sender()))
                .append("</div>\n<div class=\"sheet\" style=\"max-width:560px;margin:0 auto;")
                .append("background:#ffffff;border-radius:10px;padding:24px\">\n")
                .append("<h1 style=\"margin:0 0 16px;font-size:22px;line-height:1.25\">")
                .append(escaped(letter.heading()))
                .append("</h1>\n");
        letter.paragraphs().forEach(text -> paragraph(html, text));
        facts(html, letter);
        letter.picture().ifPresent(picture -> picture(html, picture));
        letter.button().ifPresent(button -> button(html, button));
        letter.after().forEach(text -> paragraph(html, text));
        html.append("</div>\n");
        if (!letter.why().isEmpty()) {
            foot(html, escaped(letter.why()));
        }
        letter.leave()
                .map(link ->
                        "<a class=\"why\" href=\"%s\" style=\"color:#5e525d\">%s</a>"
                                .formatted(escaped(link.url()), escaped(link.label())))
                .ifPresent(link -> foot(html, link));
        return html.append("</div>\n</body>\n</html>\n").toString();
    }

    private static void foot(StringBuilder html, String content) {
        html.append("<p class=\"why\" style=\"max-width:560px;margin:16px auto 0;")
                .append("padding:0 24px;box-sizing:border-box;font-size:13px;color:#5e525d\">")
                .append(content)
                .append("</p>\n");
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p style=\"margin:0 0 14px\">").append(lines(text)).append("</p>\n");
    }

    private static void facts(StringBuilder html, LetterLayout letter) {
        if (letter.facts().isEmpty()) {
            return;
        }
        html.append("<dl style=\"margin:4px 0 18px;padding:12px 0 0;")
                .append("border-top:1px solid #e2dad0\">\n");
        for (var fact : letter.facts()) {
            html.append("<dt style=\"margin:0;font-size:14px;color:#5e525d\">")
                    .append(escaped(fact.name()))
                    .append("</dt>\n<dd style=\"margin:0 0 10px;font-weight:600\">")
                    .append(lines(fact.value()))
                    .append("</dd>\n");
        }
        html.append("</dl>\n");
    }

    /// White around it whatever the colours: a code is read by its contrast.
    private static void picture(StringBuilder html, LetterLayout.Picture picture) {
        var png = picture.png();
        html.append("<p style=\"margin:0 0 4px\"><img width=\"")
                .append(png.pixels())
                .append("\" height=\"")
                .append(png.pixels())
                .append("\" alt=\"")
                .append(escaped(picture.alternative()))
                .append("\" style=\"background:#ffffff;border-radius:6px\" src=\"")
                .append(LetterPictures.ADDRESS)
                .append(png.base64())
                .append("\"></p>\n<p style=\"margin:0 0 18px;font-size:13px\">")
                .append(escaped(picture.caption()))
                .append("</p>\n");
    }

    private static void button(StringBuilder html, LetterLayout.Button button) {
        var url = escaped(button.url());
        html.append("<p style=\"margin:0 0 8px\"><a class=\"act\" href=\"")
                .append(url)
                .append("\" style=\"display:inline-block;background:#5c2a62;color:#ffffff;")
                .append("padding:11px 20px;border-radius:6px;font-weight:600;")
                .append("text-decoration:none\">")
                .append(escaped(button.label()))
                .append("</a></p>\n<p style=\"margin:0 0 18px;font-size:13px;")
                .append("overflow-wrap:anywhere\"><a class=\"link\" href=\"")
                .append(url)
                .append("\" style=\"color:#5c2a62\">")
                .append(url)
                .append("</a></p>\n");
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package org.passerelle.backoffice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;

/// A table that a browser saves, written row by row: UTF-8 with a mark, so that spreadsheets read
/// accents; no cell begins like a formula, but for a number below zero.
public final class CsvFile {
    private static final String FORMULA = "=+-@\t\r";
    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

    private final PrintWriter out;

    public CsvFile(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader("Cache-Control", "no-store");
        out = response.getWriter();
        out.write('\ufeff');
    }

    public void row(String... cells) {
        out.write(Arrays.stream(cells).map(CsvFile::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    static String cell(String text) {
        var formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        var safe = formula && !text.matches(NUMBER) ? "'" + text : text;
        return safe.matches("(?s).*[\",;\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}

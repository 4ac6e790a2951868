package org.passerelle.backoffice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;

/// A workbook that a browser saves (XLSX): numbers and days are such, texts are never formulas.
public final class SheetFile implements AutoCloseable {
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Workbook workbook;

    public SheetFile(HttpServletResponse response, String name) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader("Cache-Control", "no-store");
        workbook = new Workbook(response.getOutputStream(), "Passerelle", null);
    }

    /// A sheet with a bold first row that stays in sight; cells are texts, amounts or days.
    public void sheet(String name, List<String> heads, List<List<Object>> rows) {
        var sheet = workbook.newWorksheet(name);
        for (var column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, column == 0 ? 40 : 18);
        }
        sheet.freezePane(0, 1);
        for (var row = 0; row < rows.size(); row++) {
            for (var column = 0; column < rows.get(row).size(); column++) {
                write(sheet, row + 1, column, rows.get(row).get(column));
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        switch (cell) {
            case BigDecimal amount -> {
                sheet.value(row, column, amount);
                sheet.style(row, column).format("#,##0.00").set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}

package org.passerelle.registry.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.passerelle.registry.ImportFault;
import org.passerelle.registry.ImportFault.Kind;

/// A register's file, record by record, plain or compressed by gzip. Whatever shows that it is not
/// whole stops the reading with the line where it shows.
public final class RegisterFile implements AutoCloseable {
    /// Stands for bytes that are nothing in the file's encoding; no text holds it.
    private static final String UNREADABLE = "\uFFFF";

    /// The longest record any register has is a thousandth of it; a quote that is never closed runs
    /// into it.
    private static final int LONGEST_FIELD = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final String name;
    private final Charset encoding;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final LastByte last;
    private final List<String> header;
    private long line;

    /// Opens the file and reads its header.
    ///
    /// @throws RegisterFileFault when it is not whole
    public RegisterFile(Path path, Charset encoding, char separator) throws IOException {
        this.name = String.valueOf(path.getFileName());
        this.encoding = encoding;
        this.last = new LastByte(content(path));
        var decoder =
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(UNREADABLE);
        this.reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .detectBomHeader(false)
                        .maxBufferSize(LONGEST_FIELD)
                        .ofCsvRecord(new InputStreamReader(last, decoder));
        this.records = reader.iterator();
        var first = nextRecord();
        if (first == null) {
            throw fault(Kind.EMPTY, 0);
        }
        this.header = first.getFields().stream().map(RegisterFile::withoutMark).toList();
        check(first);
    }

    private InputStream content(Path path) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        bytes.mark(2);
        var compressed = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        if (!compressed) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, BUFFER_BYTES);
        } catch (EOFException e) {
            throw fault(Kind.CUT, 0);
        }
    }

    /// The names of the columns.
    public List<String> header() {
        return header;
    }

    public String name() {
        return name;
    }

    /// The line at which the last record began, from 1.
    public long line() {
        return line;
    }

    /// The next record's fields, as many as the header has; empty at the end.
    ///
    /// @throws RegisterFileFault when the file turns out not to be whole
    public List<String> next() {
        var before = line;
        var record = nextRecord();
        if (record == null) {
            if (!last.isLineBreak()) {
                throw fault(Kind.CUT, before);
            }
            return List.of();
        }
        check(record);
        return record.getFields();
    }

    private @org.jspecify.annotations.Nullable CsvRecord nextRecord() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var record = records.next();
            line = record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            // A quote that is never closed, or text after a closing one.
            throw fault(Kind.CUT, line + 1);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof EOFException || e.getCause() instanceof ZipException) {
                throw fault(Kind.CUT, line + 1);
            }
            throw e;
        }
    }

    private void check(CsvRecord record) {
        for (var field : record.getFields()) {
            for (var i = 0; i < field.length(); i++) {
                var c = field.charAt(i);
                if (c == '\uFFFF') {
                    throw fault(Kind.NOT_IN_ENCODING, line, encoding.name());
                }
                if (c == 0) {
                    throw fault(Kind.DAMAGED, line);
                }
            }
        }
        if (record.getFieldCount() != header.size()) {
            throw fault(
                    Kind.WRONG_COLUMN_COUNT,
                    line,
                    Integer.toString(record.getFieldCount()),
                    Integer.toString(header.size()));
        }
    }

    private RegisterFileFault fault(Kind kind, long at, String... details) {
        return new RegisterFileFault(new ImportFault(kind, name, at, List.of(details)));
    }

    private static String withoutMark(String column) {
        return (column.startsWith("\uFEFF") ? column.substring(1) : column).strip();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Remembers how the file ends: whoever writes a file ends its last line, a download cut within
    /// the last field does not.
    private static final class LastByte extends FilterInputStream {
        private int last = '\n';

        LastByte(InputStream in) {
            super(in);
        }

        boolean isLineBreak() {
            return last == '\n' || last == '\r';
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            last = one < 0 ? last : one;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = super.read(into, from, length);
            if (read > 0) {
                last = into[from + read - 1];
            }
            return read;
        }
    }
}

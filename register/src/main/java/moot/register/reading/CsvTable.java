package moot.register.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text file with separated values. */
final class CsvTable implements Table {
  private static final Pattern STARTING_LINE = Pattern.compile("starting at line (\\d+)");
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final Path file;
  private final Signature signature;
  private final Limits limits;
  private final char separator;

  CsvTable(Path file, Signature signature, Limits limits) throws IOException {
    this.file = file;
    this.signature = signature;
    this.limits = limits;
    this.separator = likeliestSeparator();
  }

  @Override
  public @Nullable String sheet() {
    return null;
  }

  @Override
  public Cells open(LongConsumer bytesRead) throws IOException {
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(4 * limits.cellChars())
            .build(
                CsvRecordHandler.of(
                    handler ->
                        handler
                            .maxFields(limits.columns())
                            .maxFieldSize(limits.cellChars())
                            .maxRecordSize(4 * limits.cellChars())),
                reader(bytesRead));
    return new Lines(csv);
  }

  private Reader reader(LongConsumer bytesRead) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(signature.bomBytes());
    InputStream counted =
        new FilterInputStream(in) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
              bytesRead.accept(read);
            }
            return read;
          }
        };
    return new InputStreamReader(
        new BufferedInputStream(counted, 1 << 16),
        signature
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The separator that the first line has most of; a comma where it has none. */
  private char likeliestSeparator() throws IOException {
    int[] counts = new int[SEPARATORS.length];
    try (Reader in = reader(n -> {})) {
      boolean quoted = false;
      boolean begun = false;
      for (int i = 0; i < limits.cellChars(); i++) {
        int c = in.read();
        if (c < 0) {
          break;
        }
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r')) {
          if (begun) {
            break;
          }
        } else if (!quoted) {
          for (int s = 0; s < SEPARATORS.length; s++) {
            if (c == SEPARATORS[s]) {
              counts[s]++;
            }
          }
        }
        begun |= !Character.isWhitespace(c);
      }
    } catch (CharacterCodingException e) {
      // Met again, with its line, when the rows are read.
      return ',';
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      if (counts[s] > counts[best]) {
        best = s;
      }
    }
    return SEPARATORS[best];
  }

  private final class Lines implements Cells {
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private long lastLine;

    Lines(CsvReader<CsvRecord> csv) {
      this.csv = csv;
      this.records = csv.iterator();
    }

    @Override
    public @Nullable Line next() {
      try {
        while (records.hasNext()) {
          CsvRecord record = records.next();
          lastLine = record.getStartingLineNumber();
          Line line = new Line(lastLine, record.getFields());
          if (!line.isBlank()) {
            refuseZeros(line);
            return line;
          }
        }
        return null;
      } catch (CsvParseException e) {
        throw unreadable(e);
      } catch (UncheckedIOException e) {
        throw unreadable(e);
      }
    }

    private void refuseZeros(Line line) {
      for (String cell : line.cells()) {
        if (cell.indexOf('\0') >= 0) {
          throw new Unreadable(
              line.number(),
              cell,
              "a character is zero, which no text has",
              "Maybe the file is damaged, or was never filled while it was copied?");
        }
      }
    }

    private Unreadable unreadable(RuntimeException e) {
      Throwable cause = e;
      while (cause.getCause() != null && cause.getCause() != cause) {
        cause = cause.getCause();
      }
      if (cause instanceof CharacterCodingException) {
        return new Unreadable(
            lastLine + 1,
            null,
            "from about here on, bytes are not text in the encoding %s; expected UTF-8"
                .formatted(signature.charset().name()),
            "Maybe save it as CSV UTF-8?");
      }
      if (cause instanceof IOException && !(e instanceof CsvParseException)) {
        return new Unreadable(
            lastLine + 1,
            null,
            "the file could not be read on: " + cause.getMessage(),
            "Maybe it was moved or changed meanwhile?");
      }
      String message = String.valueOf(e.getMessage()) + " " + cause.getMessage();
      Matcher start = STARTING_LINE.matcher(message);
      long line = start.find() ? Long.parseLong(start.group(1)) : lastLine + 1;
      if (message.contains("after closing quote")) {
        return new Unreadable(
            line,
            null,
            "text follows a closing quote; expected a separator or the end of the line",
            "Maybe a quote inside a cell is not doubled?");
      }
      return new Unreadable(
          line,
          null,
          ("the row that begins here does not end as a row should; expected at most %,d characters"
                  + " in a cell, %,d columns, and every quote closed")
              .formatted(limits.cellChars(), limits.columns()),
          "Maybe a quote is opened and never closed?");
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }
}

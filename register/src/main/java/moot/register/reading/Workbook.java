package moot.register.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A workbook (.xlsx), whose sheets are tables. */
final class Workbook implements AutoCloseable {
  private static final long SMALL = 20L << 20;
  private static final int MOST_PARTS = 2000;

  private final ReadableWorkbook workbook;
  private final Limits limits;

  private Workbook(ReadableWorkbook workbook, Limits limits) {
    this.workbook = workbook;
    this.limits = limits;
  }

  /**
   * Opens a workbook after having unpacked all of it once into nothing, so that what is read
   * afterwards is known to be of bounded size.
   *
   * @throws Unreadable when it is none, or too large when unpacked
   */
  static Workbook open(Path file, Signature signature, Limits limits) throws IOException {
    refuseBombs(file, signature.bytes(), limits);
    try {
      return new Workbook(
          new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)), limits);
    } catch (IOException | RuntimeException e) {
      throw notAWorkbook(e);
    }
  }

  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    try (Stream<Sheet> sheets = workbook.getSheets()) {
      sheets.forEach(sheet -> tables.add(new SheetTable(sheet)));
    }
    return tables;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private static void refuseBombs(Path file, long packed, Limits limits) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long unpacked = 0;
    int parts = 0;
    boolean isWorkbook = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        isWorkbook |= entry.getName().equals("xl/workbook.xml");
        if (++parts > MOST_PARTS) {
          throw bomb("the workbook has more than %,d parts".formatted(MOST_PARTS));
        }
        FarCells farCells = new FarCells();
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            unpacked += n;
            if (farCells.areAmong(buffer, n)) {
              throw bomb("the workbook has a cell in a column beyond XFD, the last there is");
            }
            if (unpacked > limits.unpackedBytes()) {
              throw bomb(
                  "unpacked, the workbook has more than %,d bytes; expected at most that"
                      .formatted(limits.unpackedBytes()));
            }
            if (unpacked > SMALL && unpacked / packed >= limits.unpackingRatio()) {
              throw bomb(
                  "unpacked, the workbook is more than %,d times as large as packed; expected less"
                      .formatted(limits.unpackingRatio()));
            }
          }
        }
      }
    } catch (ZipException e) {
      throw notAWorkbook(e);
    }
    if (!isWorkbook) {
      throw new Unreadable(
          0,
          null,
          "the file is packed (zip) but no workbook; expected CSV or .xlsx",
          "Maybe unpack it first and bring in what is inside?");
    }
  }

  private static Unreadable bomb(String says) {
    return new Unreadable(
        0,
        null,
        says,
        "Maybe it is made to fill a computer's memory? No published file is like it.");
  }

  private static Unreadable notAWorkbook(Exception e) {
    return new Unreadable(
        0,
        null,
        "the file begins like a workbook but cannot be opened as one (%s)"
            .formatted(e.getMessage()),
        "Maybe the download was interrupted, or it has a password?");
  }

  private final class SheetTable implements Table {
    private final Sheet sheet;

    SheetTable(Sheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public @Nullable String sheet() {
      return sheet.getName();
    }

    @Override
    public Cells open(LongConsumer bytesRead) throws IOException {
      Stream<Row> rows = sheet.openStream();
      return new SheetRows(rows);
    }
  }

  private final class SheetRows implements Table.Cells {
    private final Stream<Row> rows;
    private final Iterator<Row> iterator;
    private long lastLine;

    SheetRows(Stream<Row> rows) {
      this.rows = rows;
      this.iterator = rows.iterator();
    }

    @Override
    public Table.@Nullable Line next() {
      try {
        while (iterator.hasNext()) {
          Row row = iterator.next();
          lastLine = row.getRowNum();
          if (row.getCellCount() > limits.columns()) {
            throw new Unreadable(
                lastLine,
                null,
                "the row has %,d columns, expected at most %,d"
                    .formatted(row.getCellCount(), limits.columns()),
                "Maybe a stray cell stands far to the right?");
          }
          Table.Line line = new Table.Line(lastLine, cells(row));
          if (!line.isBlank()) {
            return line;
          }
        }
        return null;
      } catch (Unreadable e) {
        throw e;
      } catch (RuntimeException e) {
        throw new Unreadable(
            lastLine + 1,
            null,
            "the sheet cannot be read on from here (%s)".formatted(e.getMessage()),
            "Maybe the workbook is damaged; open it and save it again?");
      }
    }

    private List<String> cells(Row row) {
      List<String> cells = new ArrayList<>(row.getCellCount());
      for (int i = 0; i < row.getCellCount(); i++) {
        Cell cell = row.getCell(i);
        String text = cell == null ? "" : text(cell);
        if (text.length() > limits.cellChars()) {
          throw new Unreadable(
              row.getRowNum(),
              text,
              "a cell has %,d characters, expected at most %,d"
                  .formatted(text.length(), limits.cellChars()),
              "Maybe a whole document was pasted into it?");
        }
        cells.add(text);
      }
      return cells;
    }

    private static String text(Cell cell) {
      CellType type = cell.getType();
      if (type == null || type == CellType.EMPTY) {
        return "";
      }
      String format = cell.getDataFormatString();
      if (type == CellType.NUMBER && format != null && format.contains("yy")) {
        return cell.asDate().toLocalDate().toString();
      }
      return switch (type) {
        case STRING -> cell.asString();
        case NUMBER -> cell.asNumber().toPlainString();
        // A formula counts as what it last came to; it is never worked out here.
        case FORMULA, BOOLEAN, ERROR -> cell.getRawValue() == null ? "" : cell.getRawValue();
        case EMPTY -> "";
      };
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}

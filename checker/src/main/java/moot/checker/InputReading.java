package moot.checker;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the tables that the plan was made from. */
final class InputReading {
  private InputReading() {}

  static Place place(Path dir, @Nullable Path preferences) throws IOException {
    Path input = dir.resolve("input.csv");
    if (!Files.exists(input)) {
      throw new BadInput(
          "%s: no such file, and without it nothing can be recomputed. Maybe only some of the files were copied?"
              .formatted(input));
    }
    SortedMap<String, Practice> practices = new TreeMap<>();
    rows(
        input,
        List.of("practice_code", "easting", "northing", "list_size"),
        row -> {
          Practice practice =
              new Practice(
                  field(input, row, "practice_code"),
                  number(input, row, "easting"),
                  number(input, row, "northing"),
                  whole(input, row, "list_size"),
                  optional(row, "network_code"),
                  optional(row, "council_code"),
                  optional(row, "sub_location"),
                  optional(row, "need") == null ? null : number(input, row, "need"));
          if (practices.put(practice.code(), practice) != null) {
            throw bad(input, row, "practice_code", practice.code(), "each practice once");
          }
        });
    Map<String, Map<String, Integer>> areas = new TreeMap<>();
    Path byArea = dir.resolve("patients-by-area.csv");
    if (Files.exists(byArea)) {
      rows(
          byArea,
          List.of("practice_code", "lsoa_code", "patients"),
          row -> {
            Map<String, Integer> mine =
                areas.computeIfAbsent(field(byArea, row, "practice_code"), code -> new TreeMap<>());
            String area = field(byArea, row, "lsoa_code");
            if (mine.put(area, whole(byArea, row, "patients")) != null) {
              throw bad(byArea, row, "lsoa_code", area, "each practice and area once");
            }
          });
    }
    Map<String, Map<String, Double>> dislikes = new TreeMap<>();
    if (preferences != null) {
      rows(
          preferences,
          List.of("of", "about", "dislike"),
          row ->
              dislikes
                  .computeIfAbsent(field(preferences, row, "of"), code -> new TreeMap<>())
                  .put(field(preferences, row, "about"), number(preferences, row, "dislike")));
    }
    return new Place(practices, areas, dislikes, preferences != null);
  }

  /** Each row of a table that has at least these columns. */
  static void rows(Path file, List<String> columns, Consumer<NamedCsvRecord> use)
      throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      boolean first = true;
      for (NamedCsvRecord row : csv) {
        if (first) {
          for (String column : columns) {
            if (!row.getHeader().contains(column)) {
              throw new BadInput(
                  "%s, line 1: no column %s: expected %s. Maybe it is another file?"
                      .formatted(file, column, String.join(", ", columns)));
            }
          }
          first = false;
        }
        use.accept(row);
      }
    } catch (CsvParseException e) {
      throw new BadInput(
          "%s: %s. Maybe a quotation mark is missing?".formatted(file, e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new BadInput("%s: %s. Maybe it is not UTF-8?".formatted(file, e.getMessage()), e);
    }
  }

  static String field(Path file, NamedCsvRecord row, String column) {
    String value = optional(row, column);
    if (value == null) {
      throw bad(file, row, column, "", "a value");
    }
    return value;
  }

  static @Nullable String optional(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).filter(v -> !v.isEmpty()).orElse(null);
  }

  static double number(Path file, NamedCsvRecord row, String column) {
    String value = field(file, row, column);
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Complained about below.
    }
    throw bad(file, row, column, value, "a number");
  }

  static int whole(Path file, NamedCsvRecord row, String column) {
    String value = field(file, row, column);
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Complained about below.
    }
    throw bad(file, row, column, value, "a whole number, 0 or more");
  }

  private static BadInput bad(
      Path file, NamedCsvRecord row, String column, String value, String expected) {
    return new BadInput(
        "%s, line %d, column %s: \"%s\": expected %s. Maybe the file was changed by hand?"
            .formatted(file, row.getStartingLineNumber(), column, value, expected));
  }
}

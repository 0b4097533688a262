package moot.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code england-practices-2025.csv}: the practices of England's 42 integrated care boards
 * that were members of a network in January 2025 and whose coordinates and list are known.
 */
final class EnglandFile {
  private EnglandFile() {}

  /** One place per board, by its code. */
  static Map<String, FormingPlace> read(Path file) throws IOException {
    Map<String, List<FormingPractice>> practices = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (row.getField("pcn_member_2025_01").equals("Yes")
            && !row.getField("easting").isEmpty()
            && !row.getField("northing").isEmpty()
            && !row.getField("list_size").isEmpty()) {
          String board = row.getField("icb_code");
          names.put(board, row.getField("icb_name"));
          practices.computeIfAbsent(board, b -> new ArrayList<>()).add(practice(row));
        }
      }
    }
    Map<String, FormingPlace> places = new TreeMap<>();
    practices.forEach(
        (board, members) ->
            places.put(
                board,
                new FormingPlace(
                    new PlaceCode(board),
                    names.getOrDefault(board, board),
                    members,
                    null,
                    Map.of())));
    return places;
  }

  private static FormingPractice practice(NamedCsvRecord row) {
    return new FormingPractice(
        new PracticeCode(row.getField("practice_code")),
        row.getField("name"),
        new Position(
            Double.parseDouble(row.getField("easting")),
            Double.parseDouble(row.getField("northing"))),
        Integer.parseInt(row.getField("list_size")),
        known(row, "pcn_code", NetworkCode::new),
        known(row, "lad_code", CouncilCode::new),
        known(row, "sub_icb_code", value -> value),
        known(row, "imd", Double::valueOf));
  }

  private static <T> @Nullable T known(
      NamedCsvRecord row, String column, Function<String, T> reading) {
    String value = row.getField(column);
    return value.isEmpty() ? null : reading.apply(value);
  }
}

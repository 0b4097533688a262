package moot.formation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;

/** England's real boards, where the data is there; tests that ask for one are skipped elsewhere. */
public final class EnglandBoards {
  private EnglandBoards() {}

  public static FormingPlace getBoard(String code) {
    Path file =
        Path.of(System.getProperty("moot.root", "."), "../shared/data/england-practices-2025.csv");
    assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
    List<FormingPractice> practices = new ArrayList<>();
    List<String> header = List.of();
    try {
      for (String line : Files.readAllLines(file)) {
        List<String> fields = fields(line);
        if (header.isEmpty()) {
          header = fields;
          continue;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), fields.get(i));
        }
        boolean member = value(row, "pcn_member_2025_01").equals("Yes");
        boolean known = !value(row, "easting").isEmpty() && !value(row, "list_size").isEmpty();
        if (member && known && value(row, "icb_code").equals(code)) {
          practices.add(practice(row));
        }
      }
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    return new FormingPlace(new PlaceCode(code), code, practices, null, Map.of());
  }

  private static FormingPractice practice(Map<String, String> row) {
    String network = value(row, "pcn_code");
    String council = value(row, "lad_code");
    String need = value(row, "imd");
    return new FormingPractice(
        new PracticeCode(value(row, "practice_code")),
        value(row, "name"),
        new Position(
            Double.parseDouble(value(row, "easting")), Double.parseDouble(value(row, "northing"))),
        (int) Double.parseDouble(value(row, "list_size")),
        network.isEmpty() ? null : new NetworkCode(network),
        council.isEmpty() ? null : new CouncilCode(council),
        value(row, "sub_icb_code"),
        need.isEmpty() ? null : Double.valueOf(need));
  }

  private static String value(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}

package moot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Tables of practices for tests. */
final class Table {
  /**
   * Six practices on a line, 30,000 to 50,000 patients by any three in a row at the left.
   *
   * <pre>
   *   P1 ─1 km─ P2 ─1 km─ P3 ─────4 km───── P4 ─1 km─ P5 ──3 km── P6
   *   10,000    12,000    11,000           14,000    18,000     7,000
   * </pre>
   */
  static final String LINE =
      """
      practice_code,name,easting,northing,list_size,place_code,network_code
      P1,One,400000,300000,10000,QAA,T1
      P2,Two,401000,300000,12000,QAA,T1
      P3,Three,402000,300000,11000,QAA,T2
      P4,Four,406000,300000,14000,QAA,T2
      P5,Five,407000,300000,18000,QAA,T2
      P6,Six,410000,300000,7000,QAA,T1
      """;

  private Table() {}

  static Path write(Path folder, String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Practices strewn over a square by a seed. */
  static String strewn(int count, String place, long seed, double km) {
    Random random = new Random(seed);
    StringBuilder table =
        new StringBuilder("practice_code,easting,northing,list_size,place_code,network_code\n");
    for (int i = 0; i < count; i++) {
      table.append(
          String.format(
              Locale.ROOT,
              "%s%04d,%d,%d,%d,%s,%sN%02d%n",
              place,
              i,
              400_000 + (int) (random.nextDouble() * km * 1000),
              300_000 + (int) (random.nextDouble() * km * 1000),
              2_000 + random.nextInt(12_000),
              place,
              place,
              i / 5));
    }
    return table.toString();
  }
}

package moot.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same whatever the seed: which settlements and surgeries there are, roughly where
 * and how large, and who is in which network. It stands in three small tables beside this class.
 */
record Skeleton(List<Settlement> settlements, List<Surgery> surgeries, List<SampleNetwork> nets) {
  enum Kind {
    CITY,
    TOWN,
    VILLAGE
  }

  /**
   * @param east metres from the place's south-west corner
   * @param radius metres within which most of it lies
   */
  record Settlement(
      String name,
      Kind kind,
      Neighbourhood character,
      double east,
      double north,
      double radius,
      String subLocation,
      String postcodeDistrict) {}

  /**
   * @param east metres from the middle of its settlement
   * @param patients about how many
   * @param premises the name of shared premises; empty for premises of its own
   */
  record Surgery(
      PracticeCode code,
      String name,
      Settlement settlement,
      double east,
      double north,
      int patients,
      @Nullable NetworkCode network,
      String premises) {}

  static Skeleton read() {
    List<Settlement> settlements =
        rows(
            "settlements.csv",
            row ->
                new Settlement(
                    row.getField("name"),
                    Kind.valueOf(row.getField("kind")),
                    Neighbourhood.valueOf(row.getField("character")),
                    Double.parseDouble(row.getField("east")),
                    Double.parseDouble(row.getField("north")),
                    Double.parseDouble(row.getField("radius")),
                    row.getField("sub_location"),
                    row.getField("postcode_district")));
    List<SampleNetwork> networks =
        rows(
            "networks.csv",
            row -> new SampleNetwork(new NetworkCode(row.getField("code")), row.getField("name")));
    List<Surgery> surgeries =
        rows(
            "surgeries.csv",
            row ->
                new Surgery(
                    new PracticeCode(row.getField("code")),
                    row.getField("name"),
                    settlements.stream()
                        .filter(s -> s.name().equals(row.getField("settlement")))
                        .findFirst()
                        .orElseThrow(),
                    Double.parseDouble(row.getField("east")),
                    Double.parseDouble(row.getField("north")),
                    Integer.parseInt(row.getField("patients")),
                    row.getField("network").isEmpty()
                        ? null
                        : new NetworkCode(row.getField("network")),
                    row.getField("premises")));
    return new Skeleton(settlements, surgeries, networks);
  }

  private static <T> List<T> rows(String name, Function<NamedCsvRecord, T> make) {
    try (InputStream in = Skeleton.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": expected beside " + Skeleton.class.getName());
      }
      try (CsvReader<NamedCsvRecord> reader =
          CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.stream().map(make).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

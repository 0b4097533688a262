package moot.papers;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.register.LsoaCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** The plain tables: a plan as rows, and what it was made from. UTF-8, comma, line feed. */
public final class PlanCsv {
  private PlanCsv() {}

  /**
   * {@code plan.csv}: {@code practice_code,network,hub}, one row per practice that takes part,
   * sorted by practice.
   */
  public static void write(Plan plan, OutputStream out) throws IOException {
    TreeMap<PracticeCode, PlanNetwork> networks = new TreeMap<>();
    for (PlanNetwork network : plan.networks()) {
      network.practices().forEach(practice -> networks.put(practice, network));
    }
    table(
        out,
        csv -> {
          csv.writeRecord("practice_code", "network", "hub");
          networks.forEach(
              (practice, network) ->
                  csv.writeRecord(practice.value(), network.id(), network.hub().value()));
        });
  }

  /**
   * {@code input.csv}: the practices of the place as they were read, so that the plan can be
   * recomputed from the files alone.
   */
  public static void writeInput(Plan plan, OutputStream out) throws IOException {
    String place = plan.place().code().value();
    table(
        out,
        csv -> {
          csv.writeRecord(
              "practice_code",
              "name",
              "easting",
              "northing",
              "list_size",
              "place_code",
              "network_code",
              "council_code",
              "sub_location",
              "need");
          for (FormingPractice p : plan.place().practices()) {
            csv.writeRecord(
                p.code().value(),
                p.name(),
                number(p.site().easting()),
                number(p.site().northing()),
                Integer.toString(p.registeredList()),
                place,
                text(p.today()),
                text(p.council()),
                text(p.subLocation()),
                p.need() == null ? "" : number(p.need()));
          }
        });
  }

  /**
   * {@code patients-by-area.csv}: {@code practice_code,lsoa_code,patients}, where the patients of
   * each practice live, as it was read.
   */
  public static void writePatientsByArea(Plan plan, OutputStream out) throws IOException {
    table(
        out,
        csv -> {
          csv.writeRecord("practice_code", "lsoa_code", "patients");
          new TreeMap<>(plan.place().patientsByArea())
              .forEach(
                  (practice, areas) ->
                      new TreeMap<LsoaCode, Integer>(areas)
                          .forEach(
                              (area, patients) ->
                                  csv.writeRecord(
                                      practice.value(), area.value(), Integer.toString(patients))));
        });
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** With every digit it has, and none that it has not. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** Opens a table on the stream, which stays open. */
  static void table(OutputStream out, Rows rows) throws IOException {
    OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    try {
      rows.write(csv);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    csv.flush();
    writer.flush();
  }

  @FunctionalInterface
  interface Rows {
    void write(CsvWriter csv) throws IOException;
  }
}

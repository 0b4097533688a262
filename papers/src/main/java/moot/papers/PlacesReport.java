package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Several places planned side by side: {@code index.html} and {@code summary.csv}. */
public final class PlacesReport {
  private PlacesReport() {}

  /**
   * {@code index.html}, with links to each place's report. Leaves the stream open.
   *
   * @param seconds wall time for all of them
   */
  public static void writeIndex(List<PlaceSummary> places, double seconds, OutputStream out)
      throws IOException {
    Pages.write("index.jte", Map.of("page", new PlacesPage(places, seconds)), out);
  }

  /** {@code summary.csv}, one row per place; empty where nothing is known. Leaves it open. */
  public static void writeSummary(List<PlaceSummary> places, OutputStream out) throws IOException {
    PlanCsv.table(
        out,
        csv -> {
          csv.writeRecord(
              "place_code",
              "name",
              "practices",
              "patients",
              "today_cost",
              "today_networks",
              "today_in_band",
              "today_not_connected",
              "cost",
              "bound",
              "gap",
              "status",
              "networks",
              "in_band",
              "patients_moved",
              "feasible_networks",
              "seconds");
          for (PlaceSummary place : places) {
            PlaceSummary.Today today = place.today();
            csv.writeRecord(
                place.code(),
                place.name(),
                Integer.toString(place.figures().practices()),
                Long.toString(place.figures().patients()),
                today == null ? "" : PlanCsv.number(today.cost()),
                today == null ? "" : Integer.toString(today.figures().networks()),
                today == null ? "" : Integer.toString(today.figures().inBand()),
                today == null ? "" : Integer.toString(today.figures().notConnected()),
                PlanCsv.number(place.cost()),
                PlanCsv.number(place.bound()),
                PlanCsv.number(place.gap()),
                place.status().name(),
                Integer.toString(place.figures().networks()),
                Integer.toString(place.figures().inBand()),
                today == null ? "" : Integer.toString(today.patientsMoved()),
                place.feasibleNetworks() < 0 ? "" : Long.toString(place.feasibleNetworks()),
                PlanCsv.number(place.seconds()));
          }
        });
  }
}

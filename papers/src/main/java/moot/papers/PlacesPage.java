package moot.papers;

import java.util.List;
import moot.formation.PlanStatus;
import org.jspecify.annotations.Nullable;

/** What the index of several places says; {@code index.jte} only lays it out. */
final class PlacesPage {
  private final List<PlaceSummary> places;
  private final double seconds;

  PlacesPage(List<PlaceSummary> places, double seconds) {
    this.places = places;
    this.seconds = seconds;
  }

  String title() {
    return "Networks for " + Wording.count(places.size(), "place", "places");
  }

  List<ReportPage.Figure> figures() {
    long proved =
        places.stream().filter(place -> place.status() == PlanStatus.PROVED_OPTIMAL).count();
    return List.of(
        new ReportPage.Figure(
            proved + " of " + places.size(),
            places.stream().anyMatch(PlaceSummary::mostStable)
                ? "plans proved the cheapest that leave as little to gain by leaving"
                : "plans proved optimal"),
        new ReportPage.Figure(
            Wording.percent(places.stream().mapToDouble(PlaceSummary::gap).max().orElse(0)),
            "largest gap"),
        new ReportPage.Figure(
            Wording.whole(inBand()) + " of " + Wording.whole(networks()),
            "networks in the band, " + todayInWords()),
        new ReportPage.Figure(Wording.seconds(seconds), "for all of them"));
  }

  private String todayInWords() {
    int now =
        places.stream()
            .mapToInt(place -> place.today() == null ? 0 : place.today().figures().inBand())
            .sum();
    int all =
        places.stream()
            .mapToInt(place -> place.today() == null ? 0 : place.today().figures().networks())
            .sum();
    return all == 0
        ? "none are known today"
        : "today %s of %s".formatted(Wording.whole(now), Wording.whole(all));
  }

  private int inBand() {
    return places.stream().mapToInt(place -> place.figures().inBand()).sum();
  }

  private int networks() {
    return places.stream().mapToInt(place -> place.figures().networks()).sum();
  }

  record Row(
      String code,
      String name,
      String link,
      String practices,
      String patients,
      String todayCost,
      String todayNetworks,
      String todayInBand,
      String todayNotConnected,
      String cost,
      String gap,
      String status,
      String networks,
      String inBand,
      String moved,
      String feasible,
      String seconds) {}

  List<Row> rows() {
    return places.stream().map(PlacesPage::row).toList();
  }

  private static Row row(PlaceSummary place) {
    PlaceSummary.Today today = place.today();
    return new Row(
        ReportPage.clean(place.code()),
        ReportPage.clean(place.name()),
        place.folder() + "/report.html",
        Wording.whole(place.figures().practices()),
        Wording.whole(place.figures().patients()),
        today == null ? "" : Wording.cost(today.cost()),
        today == null ? "" : Wording.whole(today.figures().networks()),
        today == null ? "" : Wording.whole(today.figures().inBand()),
        today == null ? "" : Wording.whole(today.figures().notConnected()),
        Wording.cost(place.cost()),
        Wording.percent(place.gap()),
        status(place.status()),
        Wording.whole(place.figures().networks()),
        Wording.whole(place.figures().inBand()),
        today == null ? "" : Wording.whole(today.patientsMoved()),
        place.feasibleNetworks() < 0 ? "" : Wording.whole(place.feasibleNetworks()),
        Wording.seconds(place.seconds()));
  }

  private static String status(PlanStatus status) {
    return switch (status) {
      case PROVED_OPTIMAL -> "proved";
      case BEST_FOUND -> "best found";
      case PRICED -> "priced";
    };
  }

  Row totals() {
    boolean anyToday = places.stream().anyMatch(place -> place.today() != null);
    return new Row(
        "All",
        "",
        "",
        Wording.whole(places.stream().mapToLong(place -> place.figures().practices()).sum()),
        Wording.whole(places.stream().mapToLong(place -> place.figures().patients()).sum()),
        anyToday
            ? Wording.cost(places.stream().mapToDouble(place -> cost(place.today())).sum())
            : "",
        anyToday ? Wording.whole(sum(PlanFigures::networks)) : "",
        anyToday ? Wording.whole(sum(PlanFigures::inBand)) : "",
        anyToday ? Wording.whole(sum(PlanFigures::notConnected)) : "",
        Wording.cost(places.stream().mapToDouble(PlaceSummary::cost).sum()),
        "",
        "",
        Wording.whole(networks()),
        Wording.whole(inBand()),
        anyToday
            ? Wording.whole(places.stream().mapToLong(place -> moved(place.today())).sum())
            : "",
        Wording.whole(
            places.stream().mapToLong(place -> Math.max(0, place.feasibleNetworks())).sum()),
        "");
  }

  private long sum(java.util.function.ToIntFunction<PlanFigures> figure) {
    return places.stream()
        .mapToLong(place -> place.today() == null ? 0 : figure.applyAsInt(place.today().figures()))
        .sum();
  }

  private static double cost(PlaceSummary.@Nullable Today today) {
    return today == null ? 0 : today.cost();
  }

  private static long moved(PlaceSummary.@Nullable Today today) {
    return today == null ? 0 : today.patientsMoved();
  }
}

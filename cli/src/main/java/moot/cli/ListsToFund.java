package moot.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import moot.funding.FinancialYear;
import moot.funding.Quantity;
import moot.funding.pricing.CoreContract;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.Held;
import moot.funding.terms.Basis;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.published.PlainLists;
import org.jspecify.annotations.Nullable;

/** The practices of a table by place, with the lists that they are paid by. */
final class ListsToFund implements Consumer<PlainLists> {
  private final Map<PlaceCode, List<FundedPractice>> byPlace = new TreeMap<>();
  private final Map<PlaceCode, String> placeNames = new HashMap<>();
  private final Map<NetworkCode, String> networkNames = new HashMap<>();
  private final Set<LocalDate> days = new TreeSet<>();
  private final Set<String> periods = new TreeSet<>();
  private final FinancialYear year;
  private boolean undated;
  private boolean changes;

  /**
   * @param year that is to be priced: lists of another day than its own are told apart
   */
  ListsToFund(FinancialYear year) {
    this.year = year;
  }

  @Override
  public void accept(PlainLists row) {
    byPlace.computeIfAbsent(row.place(), place -> new ArrayList<>()).add(practice(row));
    if (row.placeName() != null) {
      placeNames.putIfAbsent(row.place(), row.placeName());
    }
    String name = row.networkName();
    if (!row.networks().isEmpty() && name != null) {
      networkNames.putIfAbsent(row.networks().getLast().network(), name);
    }
    changes |= row.networks().stream().anyMatch(in -> in.from() != null || in.to() != null);
    LocalDate day = row.listDay();
    if (day == null) {
      undated = true;
    } else {
      days.add(day);
    }
    if (row.weightedPeriod() != null) {
      periods.add(row.weightedPeriod());
    }
  }

  private FundedPractice practice(PlainLists row) {
    Map<Basis, Held> bases = new EnumMap<>(Basis.class);
    LocalDate day = row.listDay();
    String on = day == null ? "as given, without a day" : day.toString();
    boolean another = day != null && !day.equals(year.listDay());
    String doubt = day == null ? Held.NO_DAY : another ? Held.ANOTHER_DAY : null;
    hold(bases, Basis.REGISTERED_LIST, row.registeredList(), on, doubt);
    hold(bases, Basis.ADJUSTED_POPULATION, row.adjustedPopulation(), on, doubt);
    String period = row.weightedPeriod();
    hold(
        bases,
        Basis.WEIGHTED_LIST,
        row.weightedList(),
        period == null ? on : "the weight of %s on the list of %s".formatted(period, on),
        period == null ? doubt : Held.OTHER_WEIGHTS);
    hold(bases, Basis.CARE_HOME_BEDS, row.careHomeBeds(), on, another ? Held.OTHER_BEDS : doubt);
    return new FundedPractice(
        row.practice(),
        row.name(),
        row.networks().stream()
            .map(
                in ->
                    new FundedPractice.Membership(
                        in.network(), in.from() == null ? LocalDate.MIN : in.from(), in.to()))
            .toList(),
        bases,
        CoreContract.of(row.contract(), row.outOfHours()));
  }

  private static void hold(
      Map<Basis, Held> bases,
      Basis basis,
      @Nullable Number amount,
      String on,
      @Nullable String doubt) {
    if (amount != null) {
      bases.put(basis, new Held(Quantity.of(amount.doubleValue()), on, doubt));
    }
  }

  Set<PlaceCode> places() {
    return byPlace.keySet();
  }

  /** One place of the table. */
  FundedPlace place(PlaceCode code) {
    return new FundedPlace(
        placeNames.getOrDefault(code, code.value()),
        byPlace.getOrDefault(code, List.of()),
        networkNames);
  }

  /** All of them as one. */
  FundedPlace everything(String name) {
    return new FundedPlace(
        name, byPlace.values().stream().flatMap(List::stream).toList(), networkNames);
  }

  /** What the reader must know: which lists are of another day than the contract pays on. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!changes) {
      remarks.add(
          "no row says when its practice joined or left a network (network_joined, network_before,"
              + " network_left), so nothing moves within the year");
    }
    for (LocalDate day : days) {
      if (!day.equals(year.listDay())) {
        remarks.add(
            "lists are of %s; the network contract of %s pays on those of %s"
                .formatted(day, year, year.listDay()));
      }
    }
    if (undated) {
      remarks.add(
          "lists have no day (list_size_date); they are taken as those of " + year.listDay());
    }
    for (String period : periods) {
      remarks.add(
          "weighted lists are those of %s, scaled by how each registered list grew since"
              .formatted(period));
    }
    return remarks;
  }
}

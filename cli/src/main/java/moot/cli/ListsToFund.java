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
  private boolean undated;

  @Override
  public void accept(PlainLists row) {
    byPlace.computeIfAbsent(row.place(), place -> new ArrayList<>()).add(practice(row));
    if (row.placeName() != null) {
      placeNames.putIfAbsent(row.place(), row.placeName());
    }
    if (row.network() != null && row.networkName() != null) {
      networkNames.putIfAbsent(row.network(), row.networkName());
    }
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

  private static FundedPractice practice(PlainLists row) {
    Map<Basis, Held> bases = new EnumMap<>(Basis.class);
    String on = row.listDay() == null ? "as given, without a day" : row.listDay().toString();
    hold(bases, Basis.REGISTERED_LIST, row.registeredList(), on);
    hold(bases, Basis.ADJUSTED_POPULATION, row.adjustedPopulation(), on);
    hold(
        bases,
        Basis.WEIGHTED_LIST,
        row.weightedList(),
        row.weightedPeriod() == null
            ? on
            : "the weight of %s on the list of %s".formatted(row.weightedPeriod(), on));
    hold(bases, Basis.CARE_HOME_BEDS, row.careHomeBeds(), on);
    return FundedPractice.in(row.network(), row.practice(), row.name(), bases);
  }

  private static void hold(
      Map<Basis, Held> bases, Basis basis, @Nullable Number amount, String on) {
    if (amount != null) {
      bases.put(basis, new Held(Quantity.of(amount.doubleValue()), on));
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
  List<String> remarks(FinancialYear year) {
    List<String> remarks = new ArrayList<>();
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

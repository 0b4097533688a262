package moot.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import moot.formation.FormingPractice;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.register.published.PlainPractice;

/** The practices of a table by place, and what was left aside. */
final class PracticesToPlan implements Consumer<PlainPractice> {
  private final Map<PlaceCode, List<FormingPractice>> byPlace = new TreeMap<>();
  private final Map<PlaceCode, String> names = new HashMap<>();
  private final Set<PracticeCode> leftAside = new TreeSet<>();
  private int notMembers;
  private int incomplete;

  @Override
  public void accept(PlainPractice row) {
    switch (row.standing()) {
      case TAKES_PART -> take(row);
      case NOT_A_MEMBER -> {
        notMembers++;
        leftAside.add(row.code());
      }
      case INCOMPLETE -> {
        incomplete++;
        leftAside.add(row.code());
      }
    }
  }

  private void take(PlainPractice row) {
    var place = row.place();
    var site = row.site();
    if (place == null || site == null) {
      throw new IllegalArgumentException(
          "practice %s takes part without place or site".formatted(row.code()));
    }
    byPlace
        .computeIfAbsent(place, p -> new ArrayList<>())
        .add(
            new FormingPractice(
                row.code(),
                row.name(),
                site,
                row.registeredList(),
                row.network(),
                row.council(),
                row.subLocation(),
                row.need()));
    String placeName = row.placeName();
    if (placeName != null) {
      names.putIfAbsent(place, placeName);
    }
  }

  Map<PlaceCode, List<FormingPractice>> byPlace() {
    return byPlace;
  }

  /** A place's name, or its code where no row names it. */
  String name(PlaceCode place) {
    return names.getOrDefault(place, place.value());
  }

  /** Practices of rows that were left aside. */
  Set<PracticeCode> leftAside() {
    return leftAside;
  }

  /** What was left aside, in words; empty when nothing was. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (notMembers > 0) {
      remarks.add("%,d rows left aside: not in a network".formatted(notMembers));
    }
    if (incomplete > 0) {
      remarks.add("%,d rows left aside: no coordinates or no list".formatted(incomplete));
    }
    return remarks;
  }
}

package moot.papers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.formation.Plan;
import moot.papers.RegistrationPack.Member;
import moot.papers.RegistrationPack.Network;
import moot.papers.RegistrationPack.RegisteredList;
import org.jspecify.annotations.Nullable;

/** What the registration pack says; {@code registration.jte} only lays it out. */
final class RegistrationPackPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  static final String TO_BE_NAMED = "to be named by the network";

  private final RegistrationPack pack;
  private final Map<String, PlanMap.Drawing> maps;

  RegistrationPackPage(RegistrationPack pack) {
    this.pack = pack;
    Plan plan = pack.plan();
    this.maps =
        plan == null
            ? Map.of()
            : PlanMap.ofEach(
                plan, pack.networks().stream().map(Network::name).collect(Collectors.toSet()));
  }

  RegistrationPack pack() {
    return pack;
  }

  static String day(LocalDate day) {
    return day.format(DAY);
  }

  PlanMap.@Nullable Drawing map() {
    Plan plan = pack.plan();
    return plan == null || plan.networks().isEmpty() ? null : PlanMap.of(plan);
  }

  PlanMap.@Nullable Drawing map(Network network) {
    return maps.get(network.name());
  }

  /** How wide a drawing is on paper, in mm, beside a table. */
  static int width(PlanMap.Drawing map) {
    return (int) Math.min(180, 140 / map.proportion());
  }

  static String named(@Nullable String name) {
    return name == null || name.isBlank() ? TO_BE_NAMED : name;
  }

  static String code(Network network) {
    return network.provisional()
        ? network.code() + " (provisional, until ODS gives a code)"
        : network.code();
  }

  /** The list at 1 January, or what there is instead. */
  String listAtDay(Member member) {
    RegisteredList list = member.list();
    return list != null && list.on().equals(pack.listDay())
        ? Wording.whole(list.patients())
        : "not in the register";
  }

  static String latest(Member member) {
    RegisteredList list = member.list();
    return list == null
        ? "none"
        : "%s on %s".formatted(Wording.whole(list.patients()), day(list.on()));
  }

  String total(Network network) {
    long known =
        network.members().stream()
            .map(Member::list)
            .filter(Objects::nonNull)
            .mapToLong(RegisteredList::patients)
            .sum();
    return Wording.whole(known);
  }

  /** What is to be known about the lists, in sentences. */
  List<String> lists(Network network) {
    long members = network.members().size();
    long there =
        network.members().stream()
            .map(Member::list)
            .filter(list -> list != null && list.on().equals(pack.listDay()))
            .count();
    TreeSet<String> sources = new TreeSet<>();
    network.members().stream()
        .map(Member::list)
        .filter(Objects::nonNull)
        .forEach(list -> sources.add(list.source()));
    String says =
        there == members
            ? "All registered lists are those of %s.".formatted(day(pack.listDay()))
            : "The register has the list of %s for %d of %d practices. For the others the newest list before that day is shown with its own day; to be replaced when the lists are published."
                .formatted(day(pack.listDay()), there, members);
    return sources.isEmpty()
        ? List.of(says)
        : List.of(says, "Source: " + String.join("; ", sources) + ".");
  }
}

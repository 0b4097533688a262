package moot.app.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.voice.consent.Change;
import moot.voice.consent.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a change in the middle of a year the frozen copy that is put to those it touches. */
@Component
class FreezingChanges {
  private final RegisterStore register;

  FreezingChanges(RegisterStore register) {
    this.register = register;
  }

  Frozen freeze(PlaceCode place, Change change, LocalDate today, LocalDate effective) {
    Map<PracticeCode, PracticeNow> known =
        register.listPractices(place).stream()
            .collect(Collectors.toMap(PracticeNow::code, each -> each));
    Map<PracticeCode, NetworkCode> members =
        MembersOn.of(register, known.keySet(), effective, today);
    change
        .about()
        .forEach(
            code -> {
              if (!known.containsKey(code)) {
                throw new ToldToVisitors(
                    400,
                    "%s: expected the code of a practice of this place. Maybe it is mistyped?"
                        .formatted(code));
              }
            });
    List<String> problems = change.problems(members);
    if (!problems.isEmpty()) {
      throw new ToldToVisitors(400, String.join(" ", problems));
    }
    CountedPatients counted = new CountedPatients(register.listRegisteredLists(today));
    Map<NetworkCode, String> names = register.listNetworkNames();
    Change.Touched touched = change.touches(members);
    Map<PracticeCode, @Nullable NetworkCode> after = new TreeMap<>();
    Set<PracticeCode> all = new TreeSet<>(touched.asked());
    all.addAll(touched.told());
    Set<NetworkCode> codes = new TreeSet<>();
    for (PracticeCode code : all) {
      NetworkCode now = members.get(code);
      after.put(code, now);
      if (now != null) {
        codes.add(now);
      }
    }
    for (Change.Step step : change.steps()) {
      NetworkCode to = step.network();
      after.put(step.practice(), to);
      if (to != null) {
        codes.add(to);
      }
    }
    Map<NetworkCode, ProposedNetwork> networks = networks(codes, names);
    List<ProposedPractice> practices = new ArrayList<>();
    after.forEach(
        (code, to) -> {
          NetworkCode before = members.get(code);
          PracticeNow practice = known.get(code);
          ProposedNetwork network = to == null ? null : networks.get(to);
          practices.add(
              new ProposedPractice(
                  code,
                  practice == null ? newName(change, code) : practice.name(),
                  practice == null ? null : practice.site(),
                  counted.of(code, practice == null ? null : practice.registeredList()),
                  before,
                  name(names, before),
                  network == null ? null : network.nr(),
                  !Objects.equals(before, to),
                  touched.partOf(code),
                  change.findRelative(code).orElse(null)));
        });
    return new Frozen(
        kind(change),
        register.findName(place).orElse(place.value()),
        words(change, known, names, effective),
        null,
        counted.inWords(practices),
        List.copyOf(networks.values()),
        practices);
  }

  private static Map<NetworkCode, ProposedNetwork> networks(
      Set<NetworkCode> codes, Map<NetworkCode, String> names) {
    Map<NetworkCode, ProposedNetwork> networks = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    for (NetworkCode code : codes) {
      String name = names.getOrDefault(code, code.value());
      if (!taken.add(name)) {
        name = name + " (" + code + ")";
      }
      networks.put(
          code, new ProposedNetwork(networks.size() + 1, name, code.value(), false, null, null));
    }
    return networks;
  }

  private static ProposalKind kind(Change change) {
    return switch (change) {
      case Change.Join join -> ProposalKind.JOIN;
      case Change.Leave leave -> ProposalKind.LEAVE;
      case Change.Move move -> ProposalKind.MOVE;
      case Change.Merge merge -> ProposalKind.MERGE;
      case Change.Split split -> ProposalKind.SPLIT;
    };
  }

  private static String newName(Change change, PracticeCode code) {
    return change instanceof Change.Split split
        ? split.findPart(code).map(Change.Split.Part::name).orElse(code.value())
        : code.value();
  }

  private static String words(
      Change change,
      Map<PracticeCode, PracticeNow> known,
      Map<NetworkCode, String> names,
      LocalDate effective) {
    String from = "from " + Days.inWords(effective) + " on.";
    return switch (change) {
      case Change.Join join ->
          "Whether %s joins %s %s"
              .formatted(named(known, join.practice()), name(names, join.network()), from);
      case Change.Leave leave ->
          "That %s leaves its network and is in none %s"
              .formatted(named(known, leave.practice()), from);
      case Change.Move move ->
          "Whether %s moves to %s %s"
              .formatted(named(known, move.practice()), name(names, move.to()), from);
      case Change.Merge merge ->
          "Whether %s goes on together with %s as one practice in %s %s"
              .formatted(
                  named(known, merge.into()),
                  merge.ending().stream()
                      .map(code -> named(known, code))
                      .collect(Collectors.joining(", ")),
                  name(names, merge.network()),
                  from);
      case Change.Split split ->
          "Whether %s splits: it goes on as it is, and %s %s"
              .formatted(
                  named(known, split.practice()),
                  split.parts().stream()
                      .map(
                          part ->
                              "%s is a practice of its own in %s"
                                  .formatted(part.name(), name(names, part.network())))
                      .collect(Collectors.joining("; ")),
                  from);
    };
  }

  private static String named(Map<PracticeCode, PracticeNow> known, PracticeCode code) {
    PracticeNow practice = known.get(code);
    return practice == null ? code.value() : practice.name() + " (" + code + ")";
  }

  private static @Nullable String name(
      Map<NetworkCode, String> names, @Nullable NetworkCode network) {
    return network == null ? null : names.getOrDefault(network, network.value());
  }
}

package moot.app.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.voice.consent.Continuation;
import moot.voice.consent.Days;
import moot.voice.consent.Part;
import org.springframework.stereotype.Component;

/** Makes of a draft the frozen copy that is put to practices. */
@Component
class FreezingPlans {
  private final RegisterStore register;

  FreezingPlans(RegisterStore register) {
    this.register = register;
  }

  Frozen freeze(
      PlaceCode place, ProposedPlans.Assignment assignment, LocalDate today, LocalDate effective) {
    FormingPlace forming = register.getFormingPlace(place);
    CountedPatients counted = new CountedPatients(register.listRegisteredLists(today));
    Set<PracticeCode> known =
        forming.practices().stream().map(FormingPractice::code).collect(Collectors.toSet());
    for (PracticeCode code : new TreeSet<>(assignment.networks().keySet())) {
      if (!known.contains(code)) {
        throw new ToldToVisitors(
            409,
            "Practice %s is in the draft but takes no part in %s any more. Maybe it has closed, and the draft needs a new version without it?"
                .formatted(code, forming.name()));
      }
    }
    Map<PracticeCode, NetworkCode> now = new HashMap<>();
    Map<PracticeCode, Integer> patients = new HashMap<>();
    for (FormingPractice practice : forming.practices()) {
      patients.put(practice.code(), counted.of(practice.code(), practice.registeredList()));
      NetworkCode network = practice.today();
      if (network != null) {
        now.put(practice.code(), network);
      }
    }
    Map<NetworkCode, String> names = register.listNetworkNames();
    SortedMap<String, NetworkCode> kept = Continuation.of(assignment.networks(), now, patients);
    Map<String, ProposedNetwork> networks = networks(assignment, kept, names);
    List<ProposedPractice> practices = new ArrayList<>();
    for (FormingPractice practice : forming.practices()) {
      String label = assignment.networks().get(practice.code());
      ProposedNetwork network = label == null ? null : networks.get(label);
      NetworkCode keeps = label == null ? null : kept.get(label);
      NetworkCode before = now.get(practice.code());
      practices.add(
          new ProposedPractice(
              practice.code(),
              practice.name(),
              practice.site(),
              patients.getOrDefault(practice.code(), 0),
              before,
              before == null ? null : names.getOrDefault(before, before.value()),
              network == null ? null : network.nr(),
              before == null ? network != null : !before.equals(keeps),
              Part.inPlan(before, label),
              null));
    }
    return new Frozen(
        ProposalKind.PLAN,
        forming.name(),
        "Whether the %d practices of %s form these %d networks from %s on."
            .formatted(
                practices.stream().filter(ProposedPractice::isAsked).count(),
                forming.name(),
                networks.size(),
                Days.inWords(effective)),
        "%s, version %d".formatted(assignment.draft().name(), assignment.draft().version()),
        counted.inWords(practices),
        List.copyOf(networks.values()),
        practices);
  }

  /** The draft's own name for a network, unless that is only a number or a code. */
  private static Map<String, ProposedNetwork> networks(
      ProposedPlans.Assignment assignment,
      SortedMap<String, NetworkCode> kept,
      Map<NetworkCode, String> names) {
    Map<String, ProposedNetwork> networks = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    int nr = 0;
    for (String label : new TreeSet<>(assignment.networks().values())) {
      NetworkCode code = kept.get(label);
      boolean plain = label.matches("N\\d+") || names.containsKey(new NetworkCode(label));
      String name = plain && code != null ? names.getOrDefault(code, code.value()) : label;
      if (!taken.add(name)) {
        name = name + " (" + label + ")";
        taken.add(name);
      }
      networks.put(
          label,
          new ProposedNetwork(
              ++nr, name, code == null ? "" : code.value(), code == null, null, null));
    }
    return networks;
  }
}

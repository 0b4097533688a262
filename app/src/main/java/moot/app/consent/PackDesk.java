package moot.app.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.app.journal.JournalReader;
import moot.app.register.Membership;
import moot.app.register.RegisterStore;
import moot.app.register.RegisterStore.RegisteredList;
import moot.app.register.UnknownPlace;
import moot.app.web.ToldToVisitors;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.papers.RegistrationPack;
import moot.register.NetworkCode;
import moot.register.Position;
import moot.register.PracticeCode;
import moot.voice.consent.Days;
import moot.voice.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the registration pack of what was sealed, and the map of what is proposed. */
@Component
class PackDesk {
  private static final int ENTRIES = 500;

  private final RegisterStore register;
  private final JournalReader journal;

  PackDesk(RegisterStore register, JournalReader journal) {
    this.register = register;
    this.journal = journal;
  }

  /**
   * The pack of what was sealed.
   *
   * @throws ToldToVisitors when it is not sealed
   */
  RegistrationPack getSealed(Seat seat, Matter matter, LocalDate today) {
    if (!matter.proposal().isSealed()) {
      throw new ToldToVisitors(
          404,
          "There is no registration pack of proposal %d: it is not sealed. Maybe wait for the answers?"
              .formatted(matter.proposal().id()));
    }
    return pack(seat, matter, today);
  }

  /**
   * The pack.
   *
   * @param today the day up to which the register is asked
   */
  RegistrationPack pack(Seat seat, Matter matter, LocalDate today) {
    Proposal proposal = matter.proposal();
    LocalDate effective = proposal.terms().effective();
    LocalDate listDay = effective.withDayOfYear(1);
    Map<PracticeCode, RegisteredList> lists = register.listRegisteredLists(listDay);
    List<RegistrationPack.Network> networks = new ArrayList<>();
    for (ProposedNetwork network : matter.networks()) {
      List<RegistrationPack.Member> members =
          matter.practices().stream()
              .filter(practice -> practice.network() != null && practice.network() == network.nr())
              .map(
                  practice ->
                      new RegistrationPack.Member(
                          practice.code().value(),
                          practice.name(),
                          practice.todayName() == null ? "in no network" : practice.todayName(),
                          list(lists.get(practice.code()))))
              .toList();
      networks.add(
          new RegistrationPack.Network(
              network.name(),
              network.code(),
              network.provisional(),
              network.clinicalDirector(),
              network.nominatedPayee(),
              members));
    }
    Optional<JournalEntry> sealed =
        journal.list(seat, proposal.subject(), 0, ENTRIES).stream()
            .filter(entry -> entry.deed().endsWith(".sealed"))
            .findFirst();
    LocalDate endedOn = proposal.endedOn();
    return new RegistrationPack(
        proposal.place().value(),
        proposal.placeName(),
        proposal.title(),
        "Proposal " + proposal.id(),
        proposal.words(),
        List.of(proposal.terms().rule().inFull()),
        proposal.endedWords(),
        endedOn == null ? today : endedOn,
        effective,
        listDay,
        Sealing.steps(matter),
        networks,
        findPlan(matter, today).orElse(null),
        sealed.map(JournalEntry::number).orElse(null),
        sealed.map(JournalEntry::hash).orElse(null));
  }

  private static RegistrationPack.@Nullable RegisteredList list(@Nullable RegisteredList list) {
    return list == null
        ? null
        : new RegistrationPack.RegisteredList(
            list.patients(),
            list.on(),
            "%s (%s), extract of %s"
                .formatted(
                    list.source().fileName(),
                    list.source().kind(),
                    Days.inWords(list.source().knownFrom())));
  }

  /**
   * The networks on a map.
   *
   * @throws ToldToVisitors when no site is known
   */
  Plan getPlan(Matter matter, LocalDate today) {
    return findPlan(matter, today)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404, "No site is known, so there is no map. Maybe import postcodes?"));
  }

  /**
   * The networks on a map: of a plan as it was put; of a change those of the whole place as they
   * would be with it. Nothing when no site is known.
   */
  Optional<Plan> findPlan(Matter matter, LocalDate today) {
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    List<FormingPractice> practices = new ArrayList<>();
    if (matter.proposal().kind() != ProposalKind.PLAN) {
      around(matter, today, networkOf, practices);
    }
    for (ProposedPractice practice : matter.practices()) {
      Position site = practice.site();
      networkOf.remove(practice.code());
      if (site == null) {
        continue;
      }
      practices.removeIf(other -> other.code().equals(practice.code()));
      practices.add(
          new FormingPractice(
              practice.code(),
              practice.name(),
              site,
              practice.patients(),
              practice.today(),
              null,
              null,
              null));
      String network = matter.networkName(practice);
      if (network != null) {
        networkOf.put(practice.code(), network);
      }
    }
    if (networkOf.isEmpty()) {
      return Optional.empty();
    }
    Proposal proposal = matter.proposal();
    FormingPlace place =
        new FormingPlace(proposal.place(), proposal.placeName(), practices, null, Map.of());
    return Optional.of(Forming.priced(place, FormingRules.BARE, networkOf));
  }

  /** The rest of the place, so that areas end where others' begin. */
  private void around(
      Matter matter,
      LocalDate today,
      Map<PracticeCode, String> networkOf,
      List<FormingPractice> practices) {
    Map<NetworkCode, String> names = new HashMap<>(register.listNetworkNames());
    matter
        .networks()
        .forEach(network -> names.put(new NetworkCode(network.code()), network.name()));
    try {
      practices.addAll(register.getFormingPlace(matter.proposal().place()).practices());
    } catch (UnknownPlace e) {
      return; // nobody takes part there any more; the practices of the change are all there is
    }
    for (Membership membership :
        register.listMemberships(matter.proposal().terms().effective(), today)) {
      if (practices.stream().anyMatch(each -> each.code().equals(membership.practice()))) {
        networkOf.put(
            membership.practice(),
            names.getOrDefault(membership.network(), membership.network().value()));
      }
    }
  }
}

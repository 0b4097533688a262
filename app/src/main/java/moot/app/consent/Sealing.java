package moot.app.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import moot.app.imports.OwnFacts;
import moot.app.register.RegisterStore;
import moot.register.Fact;
import moot.register.NetworkCode;
import moot.register.PartyKind;
import moot.register.PracticeCode;
import moot.register.RelationKind;
import moot.register.Role;
import moot.register.Span;
import moot.register.Status;
import moot.voice.consent.Days;
import moot.voice.consent.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what was agreed into the register, as facts beside all others: from the effective date on
 * they say who is in which network, and nothing about the days before.
 */
@Component
class Sealing {
  static final String PLAN = "sealed plan";
  static final String CHANGE = "sealed change";

  private final OwnFacts facts;
  private final RegisterStore register;

  Sealing(OwnFacts facts, RegisterStore register) {
    this.facts = facts;
    this.register = register;
  }

  /**
   * Why a change cannot be sealed although it has consent: the register has come to know since that
   * one of those it touches is elsewhere. A plan places everybody anew and needs no such look.
   */
  Optional<String> outdated(Matter matter, LocalDate today) {
    if (matter.proposal().kind() == ProposalKind.PLAN) {
      return Optional.empty();
    }
    Set<PracticeCode> codes =
        matter.practices().stream().map(ProposedPractice::code).collect(Collectors.toSet());
    Map<PracticeCode, NetworkCode> now =
        MembersOn.of(register, codes, matter.proposal().terms().effective(), today);
    return matter.practices().stream()
        .filter(practice -> !Objects.equals(now.get(practice.code()), practice.today()))
        .findFirst()
        .map(
            practice ->
                "Since it was put, %s (%s) has come to be in %s instead of %s. Maybe put the change again as things are now?"
                    .formatted(
                        practice.name(),
                        practice.code(),
                        network(now.get(practice.code())),
                        network(practice.today())));
  }

  private static String network(@Nullable NetworkCode code) {
    return code == null ? "no network" : code.value();
  }

  /**
   * Adds the facts, within the transaction of the last answer.
   *
   * @return the number of the register's source
   */
  int seal(Matter matter, LocalDate sealedOn) {
    Proposal proposal = matter.proposal();
    List<Fact> all = facts(matter, sealedOn);
    return facts.add(
        new OwnFacts.Origin(
            "Proposal %d: %s".formatted(proposal.id(), proposal.title()),
            proposal.kind() == ProposalKind.PLAN ? PLAN : CHANGE,
            "%s %s %s".formatted(proposal.subject(), sealedOn, all),
            sealedOn,
            "the day on which it was sealed",
            "the practices, by consent"),
        all,
        steps(matter));
  }

  static List<Fact> facts(Matter matter, LocalDate sealedOn) {
    LocalDate effective = matter.proposal().terms().effective();
    Span since = Span.since(effective);
    List<Fact> all = new ArrayList<>();
    for (ProposedNetwork network : matter.networks()) {
      if (network.provisional()) {
        all.add(
            new Fact.Party(
                PartyKind.NETWORK,
                network.code(),
                network.name(),
                Role.PRIMARY_CARE_NETWORK,
                null,
                since));
      }
    }
    boolean plan = matter.proposal().kind() == ProposalKind.PLAN;
    for (ProposedPractice practice : matter.practices()) {
      // A plan places all, also those that stay: else what another plan said of them would stand.
      if (!practice.changes() && !(plan && practice.network() != null)) {
        continue;
      }
      String code = practice.code().value();
      all.add(
          new Fact.Relation(
              RelationKind.MEMBER_OF,
              code,
              matter.findNetwork(practice.network()).map(ProposedNetwork::code).orElse(null),
              since));
      PracticeCode relative = practice.relative();
      if (relative == null) {
        continue;
      }
      if (practice.part() == Part.NEW) {
        all.add(
            new Fact.Party(
                PartyKind.PRACTICE, code, practice.name(), Role.GP_PRACTICE, null, since));
        all.add(new Fact.Relation(RelationKind.PRACTICE_SPLIT_FROM, code, relative.value(), since));
      } else {
        LocalDate last = effective.minusDays(1);
        LocalDate from = sealedOn.isBefore(last) ? sealedOn : last;
        all.add(
            new Fact.Party(
                PartyKind.PRACTICE, code, null, null, Status.ACTIVE, new Span(from, last, false)));
        all.add(
            new Fact.Relation(RelationKind.PRACTICE_MERGED_INTO, code, relative.value(), since));
      }
    }
    return all;
  }

  /** What changes for whom, a sentence each. */
  static List<String> steps(Matter matter) {
    String from = Days.inWords(matter.proposal().terms().effective());
    List<String> steps = new ArrayList<>();
    Set<Integer> formed = new HashSet<>();
    for (ProposedPractice practice : matter.practices()) {
      if (!practice.changes()) {
        continue;
      }
      PracticeCode relative = practice.relative();
      String to = matter.networkName(practice);
      String who = "%s (%s)".formatted(practice.name(), practice.code());
      if (relative != null && practice.part() != Part.NEW) {
        steps.add("From %s %s is part of %s.".formatted(from, who, relative));
      } else if (practice.part() == Part.NEW) {
        steps.add(
            "From %s %s is a practice of its own, split from %s, in %s."
                .formatted(from, who, relative, to));
      } else {
        steps.add(
            "From %s %s is in %s, until then in %s."
                .formatted(
                    from,
                    who,
                    to == null ? "no network" : to,
                    practice.todayName() == null ? "no network" : practice.todayName()));
      }
      Integer nr = practice.network();
      if (nr != null) {
        formed.add(nr);
      }
    }
    for (ProposedNetwork network : matter.networks()) {
      if (network.provisional() && formed.contains(network.nr())) {
        steps.add(
            "%s is a new network; its code %s is our own until ODS gives one."
                .formatted(network.name(), network.code()));
      }
    }
    return steps;
  }
}

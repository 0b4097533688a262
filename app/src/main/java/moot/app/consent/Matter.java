package moot.app.consent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import moot.voice.consent.Asked;
import moot.voice.consent.Ballot;
import moot.voice.consent.Outcome;
import moot.voice.consent.Part;
import org.jspecify.annotations.Nullable;

/** A proposal with everything that it is about and what was said so far. */
public record Matter(
    Proposal proposal,
    List<ProposedNetwork> networks,
    List<ProposedPractice> practices,
    Map<PracticeCode, GivenAnswer> given) {
  public Matter {
    networks = List.copyOf(networks);
    practices = List.copyOf(practices);
    given = Map.copyOf(given);
  }

  Ballot ballot() {
    List<Asked> asked =
        practices.stream()
            .filter(ProposedPractice::isAsked)
            .map(
                practice ->
                    new Asked(
                        practice.code(),
                        practice.name(),
                        practice.patients(),
                        networkName(practice),
                        practice.changes(),
                        practice.part() == Part.MUST))
            .toList();
    return new Ballot(proposal.terms().rule(), asked, proposal.terms().closes());
  }

  Map<PracticeCode, Answer> answers() {
    Map<PracticeCode, Answer> answers = new HashMap<>();
    given.forEach((practice, answer) -> answers.put(practice, answer.answer()));
    return answers;
  }

  Outcome outcome(LocalDate today) {
    return ballot().outcome(answers(), today);
  }

  Optional<ProposedPractice> findPractice(PracticeCode code) {
    return practices.stream().filter(practice -> practice.code().equals(code)).findFirst();
  }

  Optional<ProposedNetwork> findNetwork(@Nullable Integer nr) {
    return networks.stream().filter(network -> nr != null && network.nr() == nr).findFirst();
  }

  @Nullable String networkName(ProposedPractice practice) {
    return findNetwork(practice.network()).map(ProposedNetwork::name).orElse(null);
  }
}

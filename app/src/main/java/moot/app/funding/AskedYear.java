package moot.app.funding;

import java.util.List;
import java.util.Optional;
import moot.app.web.ToldToVisitors;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.NetworkShares;
import moot.papers.Funded;
import moot.register.NetworkCode;
import moot.register.PlaceCode;

/** A year of a place as a visitor asked for it, with what all its contracts come to there. */
record AskedYear(PlaceCode place, Asked asked, Funded funded) {
  /** A network that any practice of the place is in during the year. */
  NetworkCode getNetwork(String code) {
    return funded.place().practices().stream()
        .flatMap(practice -> practice.memberships().stream())
        .map(FundedPractice.Membership::network)
        .filter(network -> network.value().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "the network %s: expected one that a practice of %s is in during %s. Maybe it began or ended in another year?"
                        .formatted(code, funded.place().name(), funded.year())));
  }

  /** Its name; its code where none is known. */
  String name(NetworkCode network) {
    return funded.place().networkNames().getOrDefault(network, network.value());
  }

  FundedPractice getPractice(String code) {
    return funded.place().practices().stream()
        .filter(practice -> practice.code().value().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "the practice %s: expected one of %s with a registered list. Maybe it is closed, or belongs to another place?"
                        .formatted(code, funded.place().name())));
  }

  /** A network's money, split as was asked; none where it is pooled or lists are not known. */
  Optional<NetworkShares> findShares(NetworkCode network) {
    return NetworkShares.of(
        funded.place(), funded.year(), funded.priced(), network, funded.rule(), asked.splitting());
  }

  /** The money of all networks that a practice is a member of in the year and has a part of. */
  List<NetworkShares> listShares(FundedPractice practice) {
    return practice.memberships().stream()
        .map(FundedPractice.Membership::network)
        .distinct()
        .flatMap(network -> findShares(network).stream())
        .filter(
            shares -> shares.parts().stream().anyMatch(part -> part.practice().equals(practice)))
        .toList();
  }
}

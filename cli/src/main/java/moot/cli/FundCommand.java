package moot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.packs.BadPack;
import moot.funding.packs.Packs;
import moot.funding.pricing.Achievement;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.MembershipRule;
import moot.funding.pricing.RateChoice;
import moot.funding.terms.Pack;
import moot.papers.Funded;
import moot.papers.FundingFolder;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.published.PlainPractices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./moot fund FILE --year 2025/26 --out DIR}: what every term pays, to whom, and why. */
@Command(
    name = "fund",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prices the terms of the network contract, the global sum and the others of a year for the"
          + " practices of a table or a place, month by month to the penny, and writes payments.csv,"
          + " arrears.csv, payments.xlsx, trace.json and summary.json.",
      ""
    })
final class FundCommand implements Callable<Integer> {
  private static final String AS = "announced, paid or a day such as 2024-09-30";

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description =
          "practices.csv with practice_code, list_size and, where known, network_code,"
              + " adjusted_population, weighted_list_size, care_home_beds, list_size_date,"
              + " contract_type, out_of_hours, network_joined, network_before, network_left")
  private @Nullable Path file;

  @Option(
      names = "--place",
      paramLabel = "CODE",
      description = "a place of FILE, or without FILE of the register (see `moot import`)")
  private @Nullable String place;

  @Option(
      names = "--year",
      required = true,
      paramLabel = "YEAR",
      description = "financial year, for example 2025/26")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String year;

  @Option(
      names = "--as",
      paramLabel = "WHEN",
      defaultValue = "paid",
      description = "rates as " + AS + " (default: ${DEFAULT-VALUE})")
  private String as = "paid";

  @Option(
      names = "--arrears-from",
      paramLabel = "WHEN",
      defaultValue = "announced",
      description = "arrears: the rates that had been paid, likewise (default: ${DEFAULT-VALUE})")
  private String arrearsFrom = "announced";

  @Option(
      names = "--arrears-to",
      paramLabel = "WHEN",
      defaultValue = "paid",
      description = "arrears: the rates that are owed, likewise (default: ${DEFAULT-VALUE})")
  private String arrearsTo = "paid";

  @Option(
      names = "--achieved",
      paramLabel = "FILE",
      description =
          "what was achieved: payee (a practice or network), points or percent, and where known"
              + " term and prevalence_factor; without it points are left out, and what is paid in"
              + " parts is priced in full")
  private @Nullable Path achieved;

  @Option(
      names = "--network",
      paramLabel = "CODE",
      description = "only this network and its practices")
  private @Nullable String network;

  @Option(
      names = "--move-by-day",
      paramLabel = "DAY",
      defaultValue = "14",
      description =
          "a change of network up to this day of a month moves that month's payment; 0: the whole"
              + " year is paid as it began (default: ${DEFAULT-VALUE})")
  private int moveByDay = 14;

  @Option(
      names = "--packs",
      paramLabel = "DIR",
      description = "rule packs of one's own, which come before those that Moot brings")
  private @Nullable Path packs;

  @Option(
      names = "--explain",
      paramLabel = "PAYEE",
      description = "prints where each amount of this practice or network comes from")
  private @Nullable String explain;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the files go")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path out;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    FinancialYear financialYear =
        FinancialYear.find(year)
            .orElseThrow(
                () ->
                    new UserError(
                        "--year \"%s\": expected a financial year such as 2025/26. Maybe only one half of it is there?"
                            .formatted(year)));
    RateChoice rates = rates("--as", as, financialYear);
    RateChoice from = rates("--arrears-from", arrearsFrom, financialYear);
    RateChoice to = rates("--arrears-to", arrearsTo, financialYear);
    checkOrder(from, to);
    MembershipRule rule = rule();
    List<Pack> contracts = contracts(financialYear);
    List<String> remarks = new ArrayList<>();
    FundedPlace funded = narrowed(read(financialYear, remarks));
    Path said = achieved;
    List<Achievement> achievements =
        said == null
            ? List.of()
            : AchievedFile.read(said, contracts, funded, spec.commandLine().getErr());
    Funded answer =
        Funded.of(funded, financialYear, contracts, rates, from, to, rule, achievements, remarks);
    List<Entitlement> explained = explained(answer);
    FundingFolder.write(answer, out);
    FundWords.print(answer, out, spec.commandLine().getOut());
    explained.forEach(
        entitlement -> spec.commandLine().getOut().printf("%n%s", entitlement.trace().inWords()));
    return ExitCode.DONE;
  }

  /** What is to be explained; asked for before anything is written. */
  private List<Entitlement> explained(Funded answer) {
    String payee = explain;
    if (payee == null) {
      return List.of();
    }
    List<Entitlement> those =
        answer.priced().stream().flatMap(contract -> contract.listOf(payee).stream()).toList();
    if (those.isEmpty()) {
      throw new UserError(
          "--explain \"%s\": nothing is paid to it in %s. Maybe the code is mistyped?"
              .formatted(payee, answer.year()));
    }
    return those;
  }

  private RateChoice rates(String option, String written, FinancialYear financialYear) {
    return switch (written) {
      case "announced" -> RateChoice.AS_ANNOUNCED;
      case "paid" -> RateChoice.AS_PAID;
      default -> {
        LocalDate day;
        try {
          day = LocalDate.parse(written);
        } catch (DateTimeParseException e) {
          throw new UserError(
              "%s \"%s\": expected %s. Maybe the day is written another way?"
                  .formatted(option, written, AS));
        }
        RateChoice.complaint(day, financialYear)
            .ifPresent(
                words -> {
                  throw new UserError(
                      "%s \"%s\": %s. Maybe \"announced\", or another year?"
                          .formatted(option, written, words));
                });
        yield RateChoice.knownOn(day);
      }
    };
  }

  private void checkOrder(RateChoice from, RateChoice to) {
    if (!from.asOf().isBefore(to.asOf())) {
      throw new UserError(
          "--arrears-from \"%s\" --arrears-to \"%s\": expected rates that became known after those that had been paid. Maybe they are the wrong way round?"
              .formatted(arrearsFrom, arrearsTo));
    }
  }

  private MembershipRule rule() {
    try {
      return new MembershipRule(moveByDay);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "--move-by-day %d: expected 1 to 31, or 0 for the whole year as it began. Maybe a month was meant?"
              .formatted(moveByDay));
    }
  }

  private List<Pack> contracts(FinancialYear financialYear) throws IOException {
    Packs all = Packs.shipped();
    Path own = packs;
    if (own != null) {
      try {
        all = all.and(Packs.read(own));
      } catch (BadPack e) {
        throw new UserError(e.complaints().stream().map(Complaint::inWords).toList());
      }
    }
    List<Pack> contracts = all.list(financialYear);
    if (contracts.isEmpty()) {
      throw new UserError(
          "--year %s: there is no rule pack of that year; there are %s. Maybe write one (docs/rule-packs.md)?"
              .formatted(
                  financialYear,
                  all.list().stream()
                      .map(pack -> pack.year().toString())
                      .distinct()
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    return contracts;
  }

  private FundedPlace read(FinancialYear financialYear, List<String> remarks) throws IOException {
    Path table = file;
    if (table == null) {
      String code = place;
      if (code == null) {
        throw new UserError(
            "Neither FILE nor --place: expected one of them. Maybe `./moot fund practices.csv --year %s --out DIR`?"
                .formatted(financialYear));
      }
      return FundFromRegister.place(
          new PlaceCode(code), financialYear, rule(), remarks, spec.commandLine().getErr());
    }
    ListsToFund lists = new ListsToFund(financialYear);
    InputFile.read(
        table,
        PlainPractices.toFund(FormingInput.placeNamedAfter(table), lists),
        spec.commandLine().getErr());
    remarks.addAll(lists.remarks());
    if (place == null) {
      return lists.everything(
          lists.places().size() == 1
              ? lists.place(lists.places().iterator().next()).name()
              : "%d places".formatted(lists.places().size()));
    }
    PlaceCode code = new PlaceCode(place);
    if (!lists.places().contains(code)) {
      throw new UserError(
          "--place \"%s\": %s has no such place; it has %s. Maybe the code is mistyped?"
              .formatted(
                  place,
                  table,
                  lists.places().stream()
                      .limit(60)
                      .map(PlaceCode::value)
                      .collect(Collectors.joining(", "))));
    }
    return lists.place(code);
  }

  private FundedPlace narrowed(FundedPlace whole) {
    String wanted = network;
    if (wanted == null) {
      return whole;
    }
    NetworkCode code = new NetworkCode(wanted);
    List<FundedPractice> members =
        whole.practices().stream()
            .filter(
                practice ->
                    practice.memberships().stream()
                        .anyMatch(membership -> membership.network().equals(code)))
            .toList();
    if (members.isEmpty()) {
      throw new UserError(
          "--network \"%s\": no practice of %s is in it; there are %s. Maybe the code is mistyped?"
              .formatted(
                  wanted,
                  whole.name(),
                  whole.practices().stream()
                      .flatMap(practice -> practice.memberships().stream())
                      .map(membership -> membership.network().value())
                      .distinct()
                      .sorted()
                      .limit(60)
                      .collect(Collectors.joining(", "))));
    }
    return new FundedPlace(
        Objects.requireNonNullElse(whole.networkNames().get(code), wanted),
        members,
        whole.networkNames());
  }
}

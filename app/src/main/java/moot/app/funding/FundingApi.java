package moot.app.funding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.app.web.Listing;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.NetworkShares;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;
import moot.funding.terms.Term;
import moot.papers.Funded;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the pages of funding show, for programs. Amounts in pence, rates in pounds; marks by their
 * signs. What is asked for stands in the address as on the pages: {@code year}, {@code as}, {@code
 * from} and {@code to} of arrears, {@code day}, {@code split}, and of one practice or network what
 * it achieves: {@code points}, {@code prevalence}, {@code percent}.
 */
@RestController
class FundingApi {
  private final FundingDesk desk;

  FundingApi(FundingDesk desk) {
    this.desk = desk;
  }

  /** What a year comes to. */
  record Year(
      String place,
      String year,
      String rates,
      String membershipRule,
      long paidPence,
      @Nullable String paidMark,
      long atMostPence,
      @Nullable String atMostMark,
      long allowancePence,
      @Nullable String allowanceMark,
      long arrearsPence,
      @Nullable String arrearsMark,
      String arrearsFrom,
      String arrearsTo,
      long unverifiedPence,
      List<TermSum> terms,
      List<PayeeSum> networks,
      List<PayeeSum> practices,
      List<Left> leftOut,
      List<String> remarks,
      Map<String, String> marks) {}

  record TermSum(
      String contract,
      String contractTitle,
      String term,
      String title,
      String nature,
      long pence,
      String mark,
      boolean verified,
      List<String> doubts,
      int payees) {
    static TermSum of(PlaceSheet.TermRow row) {
      return new TermSum(
          row.pack().contract(),
          row.pack().title(),
          row.term().id(),
          row.term().title(),
          natureOf(row.term()),
          row.total().pence(),
          row.mark().sign(),
          row.mark().isVerified(),
          row.doubts(),
          row.paid().size());
    }
  }

  record PayeeSum(
      String code,
      String name,
      @Nullable String network,
      long paidPence,
      long atMostPence,
      String mark,
      boolean verified,
      List<String> doubts) {
    static PayeeSum of(PlaceSheet.PayeeRow row) {
      return new PayeeSum(
          row.code(),
          row.name(),
          row.network(),
          row.paid().pence(),
          row.atMost().pence(),
          row.mark().sign(),
          row.mark().isVerified(),
          row.doubts());
    }
  }

  /**
   * @param names of the payees
   */
  record Left(
      String contract, String term, String title, String why, int payees, List<String> names) {
    static Left of(PlaceSheet.LeftOutRow row) {
      return new Left(
          row.contract(),
          row.term().id(),
          row.term().title(),
          row.why(),
          row.payees().size(),
          row.payees());
    }
  }

  @GetMapping("/api/places/{code}/funding")
  Year year(@PathVariable String code, @RequestParam Map<String, String> fields) {
    Funded funded = ask(code, fields).funded();
    PlaceSheet sheet = PlaceSheet.of(funded);
    Map<String, String> marks = new LinkedHashMap<>();
    for (Mark mark : Mark.values()) {
      marks.put(mark.sign(), mark.words());
    }
    return new Year(
        funded.place().name(),
        funded.year().toString(),
        funded.as(),
        funded.rule().inWords(),
        funded.total(Nature.PAID).pence(),
        sign(funded.findMark(Nature.PAID)),
        funded.total(Nature.AT_MOST).pence(),
        sign(funded.findMark(Nature.AT_MOST)),
        funded.total(Nature.ALLOWANCE).pence(),
        sign(funded.findMark(Nature.ALLOWANCE)),
        funded.arrearsTotal().pence(),
        sign(funded.findArrearsMark()),
        funded.arrearsFrom(),
        funded.arrearsTo(),
        funded.unverified().pence(),
        sheet.contracts().stream()
            .flatMap(contract -> contract.terms().stream())
            .map(TermSum::of)
            .toList(),
        sheet.networks().stream().map(PayeeSum::of).toList(),
        sheet.practices().stream().map(PayeeSum::of).toList(),
        sheet.leftOut().stream().map(Left::of).toList(),
        funded.toKnow(),
        marks);
  }

  /**
   * One term for one payee.
   *
   * @param months pence paid with each month, April first
   */
  record Due(
      String contract,
      String term,
      String title,
      String nature,
      String payee,
      String payeeName,
      long pence,
      List<Long> months,
      String mark,
      boolean verified,
      List<String> doubts,
      Step trace) {
    static Due of(Pack pack, Entitlement e) {
      return new Due(
          pack.contract(),
          e.term().id(),
          e.term().title(),
          natureOf(e.term()),
          e.payee().code(),
          e.payee().inWords(),
          e.total().pence(),
          e.months().stream().map(Money::pence).toList(),
          e.mark().sign(),
          e.mark().isVerified(),
          e.doubts(),
          Step.of(e.trace()));
    }
  }

  /** Each term for each payee, with its derivation. */
  @GetMapping("/api/places/{code}/funding/terms")
  Listing<Due> terms(
      @PathVariable String code,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    List<PayeeSheet.Line> all = new ArrayList<>();
    ask(code, fields)
        .funded()
        .priced()
        .forEach(
            contract ->
                contract
                    .entitlements()
                    .forEach(e -> all.add(new PayeeSheet.Line(contract.pack(), e))));
    return Listing.of(
        page,
        size,
        all.size(),
        (offset, limit) ->
            all.stream()
                .skip(offset)
                .limit(limit)
                .map(line -> Due.of(line.pack(), line.entitlement()))
                .toList());
  }

  /** What is owed for a term since its rate was raised. Months as 2025-04. */
  record Owed(
      String contract,
      String term,
      String title,
      String from,
      String to,
      @Nullable String paidWith,
      int payees,
      long pence,
      String mark,
      boolean verified,
      List<String> doubts) {
    static Owed of(ArrearsRow row) {
      return new Owed(
          row.contract(),
          row.term().id(),
          row.term().title(),
          row.from().toString(),
          row.to().toString(),
          row.paidWith() == null ? null : row.paidWith().toString(),
          row.payees(),
          row.amount().pence(),
          row.mark().sign(),
          row.mark().isVerified(),
          row.doubts());
    }
  }

  /** Of the place; of one practice or network where {@code payee} names it. */
  @GetMapping("/api/places/{code}/funding/arrears")
  Listing<Owed> arrears(
      @PathVariable String code,
      @RequestParam Map<String, String> fields,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page,
        size,
        ArrearsRow.list(ask(code, fields).funded(), fields.get("payee")).stream()
            .map(Owed::of)
            .toList());
  }

  /** A practice's part of its network's money. */
  record SharePart(
      String network,
      String practice,
      String name,
      String split,
      int memberMonths,
      long pence,
      List<Long> months,
      String mark,
      boolean verified,
      List<String> doubts,
      Step trace) {
    static SharePart of(NetworkShares shares, NetworkShares.Part part) {
      return new SharePart(
          shares.network().value(),
          part.practice().code().value(),
          part.practice().name(),
          Asked.word(shares.splitting()),
          part.memberMonths(),
          part.total().pence(),
          part.months().stream().map(Money::pence).toList(),
          shares.mark().sign(),
          shares.mark().isVerified(),
          shares.doubts(),
          Step.of(shares.trace(part)));
    }
  }

  /**
   * A network's or practice's year.
   *
   * @param held what it is paid by: basis to amount and day, in words; empty for a network
   * @param months pence paid with each month, April first, all terms that are paid
   * @param contract that a practice holds of its own; null when it is not known, and for networks
   * @param sharedMark of what is shared; null where nothing is
   * @param arrears what it is owed between the rates of {@code arrearsFrom} and {@code arrearsTo}
   * @param shares parts of the network's money; empty when it is pooled or lists are not known
   */
  record PayeeYear(
      String code,
      String name,
      String year,
      String rates,
      long paidPence,
      @Nullable String paidMark,
      long atMostPence,
      @Nullable String atMostMark,
      List<Long> months,
      @Nullable String contract,
      Map<String, String> held,
      List<Due> terms,
      long arrearsPence,
      @Nullable String arrearsMark,
      String arrearsFrom,
      String arrearsTo,
      List<Owed> arrears,
      long sharedPence,
      @Nullable String sharedMark,
      List<SharePart> shares,
      List<Left> leftOut,
      List<String> remarks) {}

  @GetMapping("/api/places/{code}/funding/networks/{network}")
  PayeeYear network(
      @PathVariable String code,
      @PathVariable String network,
      @RequestParam Map<String, String> fields) {
    AskedYear year = ask(code, fields, network);
    var of = year.getNetwork(network);
    var shares = year.findShares(of);
    return payee(
        year.funded(),
        of.value(),
        year.name(of),
        null,
        Map.of(),
        shares.map(all -> all.whole().pence()).orElse(0L),
        shares
            .map(all -> all.parts().stream().map(part -> SharePart.of(all, part)).toList())
            .orElse(List.of()));
  }

  @GetMapping("/api/places/{code}/funding/practices/{practice}")
  PayeeYear practice(
      @PathVariable String code,
      @PathVariable String practice,
      @RequestParam Map<String, String> fields) {
    AskedYear year = ask(code, fields, practice);
    var of = year.getPractice(practice);
    Map<String, String> held = new LinkedHashMap<>();
    of.bases()
        .forEach(
            (basis, has) ->
                held.put(
                    basis.words(),
                    has.quantity().amount().stripTrailingZeros().toPlainString()
                        + ", "
                        + has.on()
                        + (has.doubt() == null ? "" : ": " + has.doubt())));
    List<SharePart> shares = new ArrayList<>();
    for (NetworkShares all : year.listShares(of)) {
      all.parts().stream()
          .filter(part -> part.practice().equals(of))
          .forEach(part -> shares.add(SharePart.of(all, part)));
    }
    return payee(
        year.funded(),
        of.code().value(),
        of.name(),
        of.contract().kind(),
        held,
        shares.stream().mapToLong(SharePart::pence).sum(),
        shares);
  }

  private static PayeeYear payee(
      Funded funded,
      String code,
      String name,
      @Nullable String contract,
      Map<String, String> held,
      long shared,
      List<SharePart> shares) {
    PayeeSheet sheet = PayeeSheet.of(funded, code);
    return new PayeeYear(
        code,
        name,
        funded.year().toString(),
        funded.as(),
        sheet.total(Nature.PAID).pence(),
        sign(sheet.findMark(Nature.PAID)),
        sheet.total(Nature.AT_MOST).pence(),
        sign(sheet.findMark(Nature.AT_MOST)),
        sheet.months(Nature.PAID).stream().map(Money::pence).toList(),
        contract,
        held,
        sheet.lines().stream().map(line -> Due.of(line.pack(), line.entitlement())).toList(),
        sheet.owed().pence(),
        sign(sheet.findOwedMark()),
        funded.arrearsFrom(),
        funded.arrearsTo(),
        sheet.arrears().stream().map(Owed::of).toList(),
        shared,
        shares.isEmpty() ? null : leastSure(shares),
        shares,
        sheet.leftOut().stream().map(Left::of).toList(),
        funded.toKnow());
  }

  /** Null for a sum over nothing, which has no mark. */
  private static @Nullable String sign(Optional<Mark> mark) {
    return mark.map(Mark::sign).orElse(null);
  }

  private static String leastSure(List<SharePart> shares) {
    return shares.stream()
        .flatMap(share -> Mark.find(share.mark()).stream())
        .reduce(Mark.READ_TWICE, Mark::orLessSure)
        .sign();
  }

  private AskedYear ask(String code, Map<String, String> fields, String payee) {
    return desk.ask(code, desk.read(fields).orRefuse(), payee);
  }

  private AskedYear ask(String code, Map<String, String> fields) {
    return desk.ask(code, desk.read(fields).orRefuse());
  }

  private static String natureOf(Term term) {
    return switch (term.nature()) {
      case PAID -> "paid";
      case AT_MOST -> "at most";
      case ALLOWANCE -> "allowance";
    };
  }
}

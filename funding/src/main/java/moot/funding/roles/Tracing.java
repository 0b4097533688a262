package moot.funding.roles;

import java.util.ArrayList;
import java.util.List;
import moot.funding.Trace;
import moot.funding.roles.RoleAccount.Parts;
import moot.funding.roles.RoleAccount.PostYear;
import moot.funding.roles.RoleAccount.PotYear;
import moot.funding.roles.RoleAccount.PracticeBill;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;

/** Where an account's figures come from. */
final class Tracing {
  private final RoleAccount account;

  Tracing(RoleAccount account) {
    this.account = account;
  }

  Trace trace() {
    Parts total = account.total();
    List<Trace> parts = new ArrayList<>();
    for (PostYear post : account.posts()) {
      parts.add(trace(post));
    }
    List<Trace> sums = new ArrayList<>();
    for (PotYear pot : account.pots()) {
      sums.add(
          new Trace(
              "Unspent of " + pot.pot().title(),
              pot.unspent().toString(),
              "%s less %s reimbursed from it".formatted(pot.pot().sum(), pot.reimbursed()),
              pot.mark(),
              pot.pot().sources(),
              List.of()));
    }
    List<Trace> bills = new ArrayList<>();
    for (PracticeBill bill : account.practices()) {
      bills.add(
          Trace.given(
              "%s, list %,d".formatted(bill.member().name(), bill.member().list()),
              bill.total().toString()));
    }
    return Trace.made(
        "Cost of the new roles in " + account.year(),
        total.cost().toString(),
        "reimbursed %s + above the caps %s + the network's share %s"
                .formatted(total.reimbursed(), total.above(), total.share())
            + " + what cannot be said %s".formatted(total.unknown()),
        List.of(
            Trace.made(
                "Reimbursed",
                account.reimbursed().toString(),
                account.isOpen()
                    ? "sum over the posts, none to all of the unknown"
                    : "sum over the posts",
                parts),
            Trace.made("Unspent", account.unspent().toString(), "sum over the sums", sums),
            Trace.made(
                "Left to the practices",
                account.left().toString(),
                "divided " + account.plan().splitInWords() + ", by largest remainder",
                bills)));
  }

  private Trace trace(PostYear year) {
    Parts parts = year.total();
    List<Trace> from = new ArrayList<>();
    from.add(Trace.given("Whole-time equivalents", year.post().wte().toString()));
    from.add(
        Trace.made(
            "Pay with on-costs of one",
            year.costPerWte().toString(),
            "pay %s, on-costs %s %%, grown by %s %% a year since %s"
                .formatted(
                    year.post().pay(),
                    year.post().onCosts(),
                    account.plan().payGrowth(),
                    account.plan().prices()),
            List.of()));
    RoleMaximum maximum = year.maximum();
    if (maximum == null || account.ratesOf(maximum).isEmpty()) {
      from.add(Trace.given("Maximum for one", "not known"));
    } else {
      for (DatedRate rate : account.ratesOf(maximum)) {
        from.add(
            new Trace(
                "Maximum for one, %s to %s".formatted(rate.from(), rate.to()),
                rate.rate() + " a year",
                null,
                rate.mark(),
                rate.sources(),
                List.of()));
      }
    }
    return Trace.made(
        "%s (%s)".formatted(year.title(), year.post().id()),
        parts.reimbursed().toString(),
        "cost %s less share %s, above the maximum %s, above the number %s, cannot be said %s,"
                .formatted(
                    parts.cost(),
                    parts.share(),
                    parts.aboveMaximum(),
                    parts.aboveNumber(),
                    parts.unknown())
            + " above the sum %s; each month's part rounded so that months add up to the year"
                .formatted(parts.aboveSum()),
        from);
  }
}

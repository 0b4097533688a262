package moot.app.roleplans;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moot.app.funding.Step;
import moot.funding.roles.Between;
import moot.funding.roles.RoleAccount;
import moot.funding.roles.RoleForecast;
import org.jspecify.annotations.Nullable;

/** What programs are given of a role plan and its year: the same as its page shows. */
final class RolePlanAsData {
  private RolePlanAsData() {}

  record Summary(
      long id,
      String name,
      String network,
      String networkName,
      String party,
      boolean shared,
      int version,
      String changedAt,
      String changedBy,
      int posts) {
    static Summary of(KeptPlan plan, String networkName) {
      return new Summary(
          plan.id(),
          plan.name(),
          plan.network().value(),
          networkName,
          plan.partyName(),
          plan.shared(),
          plan.version(),
          plan.changedAt().toString(),
          plan.person(),
          plan.body().posts().size());
    }
  }

  /** What becomes of a cost. */
  record Parts(
      long costPence,
      long reimbursedPence,
      long sharePence,
      long abovePence,
      long aboveMaximumPence,
      long aboveNumberPence,
      long cannotBeSaidPence,
      long aboveSumPence) {
    static Parts of(RoleAccount.Parts parts) {
      return new Parts(
          parts.cost().pence(),
          parts.reimbursed().pence(),
          parts.share().pence(),
          parts.above().pence(),
          parts.aboveMaximum().pence(),
          parts.aboveNumber().pence(),
          parts.unknown().pence(),
          parts.aboveSum().pence());
    }
  }

  /** An amount, or the two between which it lies where something is not known. */
  record Amount(long fromPence, long toPence) {
    static Amount of(Between between) {
      return new Amount(between.from().pence(), between.to().pence());
    }
  }

  record Month(String month, Parts parts, long sumPence, Amount unspent) {}

  record PostLine(String post, String role, String title, long costOfOnePence, Parts parts) {}

  record Bill(
      String practice,
      String name,
      long list,
      long sharePence,
      long abovePence,
      long cannotBeSaidPence,
      Amount total) {}

  record Pot(
      String title, long sumPence, Amount used, Amount unspent, String mark, boolean verified) {}

  record CouldBuy(
      String role,
      String title,
      int months,
      long eachPence,
      double wte,
      double wteAtMost,
      int oneForMonths,
      @Nullable String cap,
      String mark,
      boolean verified,
      Step trace) {}

  /**
   * A plan and its year.
   *
   * @param staff ages and service by post; for the plan's own party alone, else empty
   * @param sumPence null where none is known
   * @param mark of what is reimbursed, left and not used
   * @param unspentIfLate if everybody who is still to begin did so 1, 2, 3 months later
   */
  record Body(
      Summary plan,
      PlanBody content,
      Map<String, Staff.Holder> staff,
      String year,
      Parts total,
      @Nullable Long sumPence,
      Amount reimbursed,
      Amount left,
      @Nullable Amount unspent,
      String mark,
      boolean verified,
      List<Month> months,
      List<PostLine> posts,
      List<Bill> practices,
      List<Pot> sums,
      List<Amount> unspentIfLate,
      List<CouldBuy> couldBuy,
      List<String> notices,
      Step trace,
      List<Step> sumTraces,
      Map<String, String> sources) {}

  static Body body(Summary summary, KeptPlan plan, PlanYear year) {
    RoleAccount account = year.account();
    RoleForecast forecast = year.forecast();
    List<String> notices =
        new ArrayList<>(account.notices().stream().map(RoleTitles::inWords).toList());
    notices.addAll(year.remarks());
    return new Body(
        summary,
        plan.body(),
        plan.staff().holders(),
        account.year().toString(),
        Parts.of(account.total()),
        account.budget().pots().isEmpty() ? null : account.budget().sum().pence(),
        Amount.of(account.reimbursed()),
        Amount.of(account.left()),
        account.budget().pots().isEmpty() ? null : Amount.of(account.unspent()),
        account.mark().sign(),
        account.mark().isVerified(),
        account.months().stream()
            .map(
                month ->
                    new Month(
                        month.month().toString(),
                        Parts.of(month.parts()),
                        month.sum().pence(),
                        Amount.of(month.unspent())))
            .toList(),
        account.posts().stream()
            .map(
                post ->
                    new PostLine(
                        post.post().id(),
                        post.post().role(),
                        RoleTitles.of(post.post().role()),
                        post.costPerWte().pence(),
                        Parts.of(post.total())))
            .toList(),
        account.practices().stream()
            .map(
                bill ->
                    new Bill(
                        bill.member().practice().value(),
                        bill.member().name(),
                        bill.member().list(),
                        bill.share().pence(),
                        bill.above().pence(),
                        bill.unknown().pence(),
                        Amount.of(bill.total())))
            .toList(),
        account.pots().stream()
            .map(
                pot ->
                    new Pot(
                        pot.pot().title(),
                        pot.pot().sum().pence(),
                        Amount.of(pot.reimbursed()),
                        Amount.of(pot.unspent()),
                        pot.mark().sign(),
                        pot.mark().isVerified()))
            .toList(),
        forecast == null ? List.of() : forecast.ifLate().stream().map(Amount::of).toList(),
        forecast == null
            ? List.of()
            : forecast.couldBuy().stream()
                .map(
                    line ->
                        new CouldBuy(
                            line.role(),
                            line.title(),
                            line.months(),
                            line.each().pence(),
                            line.wte().amount().doubleValue(),
                            line.wteAtMost().amount().doubleValue(),
                            line.oneMonths(),
                            line.cap(),
                            line.mark().sign(),
                            line.mark().isVerified(),
                            Step.of(line.trace())))
                .toList(),
        notices,
        Step.of(account.trace()),
        year.sums().stream().map(Step::of).toList(),
        year.sources());
  }
}

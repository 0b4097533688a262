package moot.funding.roles;

import java.util.ArrayList;
import java.util.List;
import moot.funding.Money;
import moot.funding.Trace;

/** What practices and the system each have to worry about in a role plan, side by side. */
public record BothSides(List<Worry> practices, List<Worry> system) {
  public BothSides {
    practices = List.copyOf(practices);
    system = List.copyOf(system);
  }

  /**
   * One thing to worry about.
   *
   * @param about in words
   * @param figure as read on the screen
   * @param real whether the figure gives cause; false where it turned out to be nothing
   */
  public record Worry(String about, String figure, boolean real, Trace trace) {}

  public static BothSides of(
      RoleAccount account, Liability liability, Workload workload, List<DonorService.Draw> draws) {
    RoleAccount.Parts total = account.total();
    List<Worry> practices = new ArrayList<>();
    practices.add(
        new Worry(
            "We pay the part that is not reimbursed",
            total.share().toString(),
            !total.share().isZero(),
            account.trace()));
    practices.add(
        new Worry(
            "We pay what lies above the caps",
            total.above().toString(),
            !total.above().isZero(),
            account.trace()));
    long owed = liability.asPlanned().practices().stream().mapToLong(d -> d.due().pence()).sum();
    practices.add(
        new Worry(
            "We are left with notice and redundancy if the money stops on "
                + liability.lastFunded(),
            new Money(owed).toString(),
            owed > 0,
            liability.trace()));
    practices.add(
        new Worry(
            "Our clinicians spend their hours on supervision",
            workload.given() + " hours a year; net gain " + workload.net(),
            workload.net().low() < 0,
            workload.trace()));
    List<Worry> system = new ArrayList<>();
    system.add(
        new Worry(
            "Money for new roles is lost at the year's end",
            account.unspent().toString(),
            !account.unspent().isZero(),
            account.trace()));
    system.add(
        new Worry(
            "An employer outside the practices is left with notice and redundancy",
            liability.asPlanned().toEmployer().toString(),
            !liability.asPlanned().toEmployer().isZero(),
            liability.trace()));
    for (DonorService.Draw draw : draws) {
      system.add(
          new Worry(
              "%s loses staff in the role %s"
                  .formatted(draw.service().name(), draw.service().role()),
              "%s %% of its staff; threshold %s %%"
                  .formatted(draw.percent(), draw.service().threshold()),
              draw.over() != DonorService.Over.NOT,
              draw.trace()));
    }
    return new BothSides(practices, system);
  }
}

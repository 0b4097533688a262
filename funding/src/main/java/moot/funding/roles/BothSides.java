package moot.funding.roles;

import java.util.ArrayList;
import java.util.List;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.packs.NewRoles;
import org.jspecify.annotations.Nullable;

/** What practices and the system each have to worry about in a role plan, side by side. */
public record BothSides(List<Worry> practices, List<Worry> system) {
  public BothSides {
    practices = List.copyOf(practices);
    system = List.copyOf(system);
  }

  /** Whether the figures give cause for a worry. */
  public enum Cause {
    YES("The figures give cause."),
    NO("The figures give no cause."),
    /** It depends on something that is not known. */
    UNKNOWN("Whether the figures give cause cannot be said.");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    private static Cause of(boolean real) {
      return real ? YES : NO;
    }

    private static Cause of(Between amount) {
      return amount.to().isZero() ? NO : amount.from().isZero() ? UNKNOWN : YES;
    }
  }

  /**
   * One thing to worry about.
   *
   * @param about in words
   * @param figure as read on the screen
   * @param mark how sure we are of the figure, unverified where it rests on assumptions; null where
   *     there is none
   */
  public record Worry(String about, String figure, Cause cause, @Nullable Mark mark, Trace trace) {}

  public static BothSides of(
      RoleAccount account, Liability liability, Workload workload, List<DonorService.Draw> draws) {
    RoleAccount.Parts total = account.total();
    Mark mark = account.mark();
    List<Worry> practices = new ArrayList<>();
    practices.add(
        new Worry(
            "We pay the part that is not reimbursed",
            total.share().toString(),
            Cause.of(!total.share().isZero()),
            account.markOfKnown(),
            account.trace()));
    practices.add(
        new Worry(
            "We pay what lies above the caps",
            total.above().toString(),
            Cause.of(!total.above().isZero()),
            account.markOfKnown(),
            account.trace()));
    if (account.isOpen()) {
      practices.add(
          new Worry(
              "We pay what may not be reimbursed: no maximum or no sum is known for it",
              new Between(Money.ZERO, total.unknown()).toString(),
              Cause.UNKNOWN,
              mark,
              account.trace()));
    }
    long owed = liability.asPlanned().practices().stream().mapToLong(d -> d.due().pence()).sum();
    practices.add(
        new Worry(
            "We are left with notice and redundancy if the money stops on "
                + liability.lastFunded(),
            new Money(owed).toString(),
            Cause.of(owed > 0),
            liability.mark(),
            liability.trace()));
    practices.add(
        new Worry(
            "Our clinicians spend their hours on supervision",
            workload.given() + " hours a year; net gain " + workload.net(),
            Cause.of(workload.net().low() < 0),
            Mark.RECALLED,
            workload.trace()));
    List<Worry> system = new ArrayList<>();
    if (account.budget().pots().isEmpty()) {
      system.add(
          new Worry(
              "Money for new roles is lost at the year's end",
              "no sum is known",
              Cause.UNKNOWN,
              null,
              account.trace()));
    } else {
      system.add(
          new Worry(
              "Money for new roles is lost at the year's end",
              account.unspent().toString(),
              Cause.of(account.unspent()),
              mark,
              account.trace()));
    }
    system.add(
        new Worry(
            "An employer outside the practices is left with notice and redundancy",
            liability.asPlanned().toEmployer().toString(),
            Cause.of(!liability.asPlanned().toEmployer().isZero()),
            liability.mark(),
            liability.trace()));
    for (DonorService.Draw draw : draws) {
      system.add(
          new Worry(
              "%s loses staff in the role %s"
                  .formatted(
                      draw.service().name(), NewRoles.shipped().title(draw.service().role())),
              "%s %% of its staff; threshold %s %%"
                  .formatted(draw.percent(), draw.service().threshold()),
              Cause.of(draw.over() != DonorService.Over.NOT),
              Mark.RECALLED,
              draw.trace()));
    }
    return new BothSides(practices, system);
  }
}

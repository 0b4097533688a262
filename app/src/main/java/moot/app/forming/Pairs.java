package moot.app.forming;

import java.util.Optional;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.formation.Forming;
import moot.formation.Plan;
import moot.papers.Answer;
import org.springframework.stereotype.Component;

/** Puts plans that the visitor may look at side by side. */
@Component
class Pairs {
  private final InSight inSight;
  private final RegisterStore register;

  Pairs(InSight inSight, RegisterStore register) {
    this.inSight = inSight;
    this.register = register;
  }

  /**
   * The plan of a run beside today's networks as they were when it was asked; empty when there were
   * none.
   *
   * @param heading what the plan is called
   * @param link where more is said about it; empty for nowhere
   */
  Optional<Pair> besideToday(long run, Plan plan, String heading, String link) {
    Plan today = Forming.today(plan.place(), plan.rules());
    return today.networks().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Pair.of(
                today(run, today),
                new Pair.Side(heading, address(run) + "/plan", link, plan),
                register.listNetworkNames()));
  }

  /** A plan that stands in an answer beside its own, with what differs between the two. */
  Pair beside(Run run, Answer answer, Beside beside) {
    String address = address(run.id());
    return Pair.of(
        new Pair.Side(name(run), address + "/plan", address, answer.plan()),
        new Pair.Side(beside.heading(), address + "/beside/" + beside.key(), "", beside.plan()),
        register.listNetworkNames());
  }

  /**
   * The plans of two runs of one place, or of one run beside what it began from.
   *
   * @param left the number of a run, or "today"
   */
  Pair compare(String left, Run right) {
    Plan plan = inSight.getAnswer(right.id()).plan();
    return Pair.of(
        left.equals("today")
            ? today(right.id(), Forming.today(plan.place(), plan.rules()))
            : against(number(left), right),
        new Pair.Side(name(right), address(right.id()) + "/plan", address(right.id()), plan),
        register.listNetworkNames());
  }

  private Pair.Side against(long other, Run right) {
    Run against = inSight.getRun(other);
    if (!against.place().equals(right.place())) {
      throw new ToldToVisitors(
          400,
          "Plan %d is of %s and plan %d of %s: expected two of one place. Maybe choose them from the page of the place?"
              .formatted(other, against.placeName(), right.id(), right.placeName()));
    }
    return new Pair.Side(
        name(against), address(other) + "/plan", address(other), inSight.getAnswer(other).plan());
  }

  private static Pair.Side today(long run, Plan today) {
    return new Pair.Side("Today", address(run) + "/today", "", today);
  }

  private static String address(long run) {
    return "/forming/runs/" + run;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ToldToVisitors(
          400,
          "\"%s\": expected \"today\" or the number of a run. Maybe the link was cut short?"
              .formatted(text.length() > 30 ? text.substring(0, 30) + "…" : text));
    }
  }

  private static String name(Run run) {
    return run.title().isBlank() ? "Plan " + run.id() : run.title() + " (plan " + run.id() + ")";
  }
}

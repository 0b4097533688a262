package moot.app.roleplans;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import moot.funding.FinancialYear;
import moot.funding.roles.Employer;

/**
 * What the forms of a role plan's pages change in it. Which form it is stands in {@code what}:
 * post, remove, settings, sum, maximum, employment, work or local.
 */
final class PlanForms {
  private static final int MOST_POSTS = 200;
  private static final int LONGEST_NAME = Sent.LONGEST / 2;

  private final KeptPlan plan;
  private final PlanBody body;
  private final Sent sent;
  private final String party;
  private final List<FinancialYear> years;

  private PlanForms(KeptPlan plan, Sent sent, String party, List<FinancialYear> years) {
    this.plan = plan;
    this.body = plan.body();
    this.sent = sent;
    this.party = party;
    this.years = years;
  }

  /**
   * A plan after a form.
   *
   * @param words what was done
   */
  record Changed(String name, PlanBody body, Staff staff, String words) {}

  /**
   * @param party whose assumptions are taken to be theirs where the form does not say whose
   * @param years that there are rules of
   * @throws moot.funding.roles.BadRolePlan for what no plan can have; what cannot be meant together
   *     is the engine's to say
   */
  static Changed read(KeptPlan plan, Sent sent, String party, List<FinancialYear> years) {
    return new PlanForms(plan, sent, party, years).read();
  }

  private Changed read() {
    return switch (sent.get("what")) {
      case "post" -> post();
      case "remove" -> remove();
      case "settings" -> settings();
      case "sum" -> sum();
      case "maximum" -> maximum();
      case "employment" -> employment();
      case "work" -> work();
      case "local" ->
          with(body.withLocal(sent.get("local")), "how many recruits come from local services");
      default ->
          throw Typed.bad(
              "what",
              sent.get("what"),
              "post, remove, settings, sum, maximum, employment, work or local",
              "Maybe the form was cut short.");
    };
  }

  private Changed with(PlanBody changed, String words) {
    return new Changed(plan.name(), changed, plan.staff(), words);
  }

  private Changed post() {
    String post = sent.isEmpty("post") ? nextPost() : sent.get("post");
    if (!sent.isEmpty("post") && body.findPost(post).isEmpty()) {
      throw Typed.bad(
          "post", post, "a post of the plan, or none for a new one", "Maybe it was removed.");
    }
    if (body.posts().size() >= MOST_POSTS && body.findPost(post).isEmpty()) {
      throw Typed.bad(
          "posts", "one more", "at most " + MOST_POSTS, "Maybe put like ones into one post.");
    }
    if (!sent.isEmpty("role")) {
      checkRole(sent.get("role"));
    }
    PlanBody changed =
        body.with(
            new PlanBody.PostRow(
                post,
                sent.get("role"),
                sent.get("wte"),
                sent.get("people"),
                sent.get("from"),
                sent.get("to"),
                sent.get("pay"),
                sent.get("onCosts"),
                sent.get("employer"),
                sent.get("noticeWeeks")));
    Staff staff =
        plan.staff().with(post, new Staff.Holder(sent.get("age"), sent.get("serviceFrom")));
    return new Changed(plan.name(), changed, staff, "post " + post);
  }

  private Changed remove() {
    String post = sent.get("post");
    if (body.findPost(post).isEmpty()) {
      throw Typed.bad("post", post, "a post of the plan", "Maybe it was removed already.");
    }
    return new Changed(
        plan.name(), body.withoutPost(post), plan.staff().without(post), "removed post " + post);
  }

  private Changed settings() {
    String name = name(sent.get("name"));
    Map<String, String> weights = new HashMap<>();
    sent.fields()
        .forEach(
            (key, value) -> {
              if (key.startsWith("weight-") && !value.isEmpty()) {
                weights.put(key.substring("weight-".length()), value);
              }
            });
    PlanBody changed =
        new PlanBody(
            sent.get("split").equals("agreed"),
            weights,
            sent.get("lead"),
            sent.get("area"),
            sent.get("prices"),
            sent.get("payGrowth"),
            sent.get("percent"),
            sent.get("drawing").equals("monthly"),
            body.local(),
            body.posts(),
            body.terms(),
            body.work(),
            body.maxima(),
            body.sums());
    return new Changed(name, changed, plan.staff(), "changed how it is reckoned");
  }

  private Changed sum() {
    checkYear(sent.get("year"));
    return with(body.withSum(sent.get("year"), sent.get("sum")), "the sum of " + sent.get("year"));
  }

  private Changed maximum() {
    checkYear(sent.get("year"));
    checkRole(sent.get("role"));
    return with(
        body.withMaximum(
            new PlanBody.MaximumRow(sent.get("role"), sent.get("year"), sent.get("maximum"))),
        "the maximum for %s in %s".formatted(sent.get("role"), sent.get("year")));
  }

  private Changed employment() {
    String employer = sent.get("employer");
    if (Arrays.stream(Employer.values()).noneMatch(one -> one.name().equals(employer))) {
      throw Typed.bad("employer", employer, "one of the four", "Maybe none was chosen.");
    }
    return with(
        body.withTerms(
            employer,
            new PlanBody.TermsRow(
                sent.get("toPractices"),
                sent.get("weeksPerYear"),
                sent.get("mostYears"),
                sent.get("afterYears"),
                sent.get("why"),
                sent.isEmpty("whose") ? party : sent.get("whose"))),
        "what employment by a %s means".formatted(Employer.valueOf(employer).words()));
  }

  private Changed work() {
    if (!sent.get("role").equals("*")) {
      checkRole(sent.get("role"));
    }
    return with(
        body.withWork(
            new PlanBody.WorkRow(
                sent.get("role"),
                sent.get("weekly"),
                sent.get("weeks"),
                sent.get("meetings"),
                sent.get("ownInduction"),
                sent.get("supervision"),
                sent.get("givenInduction"),
                sent.isEmpty("whose") ? party : sent.get("whose"))),
        "the hours of " + sent.get("role"));
  }

  private String nextPost() {
    return Integer.toString(
        1 + body.posts().stream().mapToInt(row -> Integer.parseInt(row.id())).max().orElse(0));
  }

  /** A name that a plan may have. */
  static String name(String name) {
    String called = name.replace("\u0000", "").strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw Typed.bad(
          "name",
          called.length() + " characters",
          "1 to %d".formatted(LONGEST_NAME),
          "Maybe say in a few words what it plans.");
    }
    return called;
  }

  private void checkYear(String year) {
    if (FinancialYear.find(year).filter(years::contains).isEmpty()) {
      throw Typed.bad(
          "year",
          year,
          "one of " + years.stream().map(FinancialYear::toString).collect(Collectors.joining(", ")),
          "Maybe the calendar year was meant.");
    }
  }

  private static void checkRole(String role) {
    if (!RoleTitles.isRole(role)) {
      throw Typed.bad("role", role, "one of the roles", "Maybe none was chosen.");
    }
  }
}

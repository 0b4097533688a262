package moot.app.roleplans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.roles.Employer;

/**
 * What a version of a plan says, each value as it was written, so that a form shows it again. Empty
 * stands for nothing said. Ages and service are not in it: see {@link Staff}.
 *
 * @param agreed whether practices divide by {@code weights} instead of by list
 * @param weights parts of the practices by code, in any unit
 * @param lead code of the practice that employs
 * @param area empty for England at large
 * @param prices the year in whose prices pay is stated
 * @param payGrowth percent a year
 * @param percent reimbursed, instead of what each role's maximum says
 * @param monthly whether no month may take more than its equal part of the sum
 * @param local percent of recruits who come from local services: low, likely, high
 * @param terms what employment means by employer's name
 * @param maxima entered where no rule is known
 * @param sums entered instead of what the rules come to, by year, in pounds
 */
public record PlanBody(
    boolean agreed,
    Map<String, String> weights,
    String lead,
    String area,
    String prices,
    String payGrowth,
    String percent,
    boolean monthly,
    String local,
    List<PostRow> posts,
    Map<String, TermsRow> terms,
    List<WorkRow> work,
    List<MaximumRow> maxima,
    Map<String, String> sums) {
  public PlanBody {
    weights = Map.copyOf(weights);
    posts = List.copyOf(posts);
    terms = Map.copyOf(terms);
    work = List.copyOf(work);
    maxima = List.copyOf(maxima);
    sums = Map.copyOf(sums);
  }

  /**
   * One post.
   *
   * @param pay of one whole-time equivalent for a year, in pounds
   * @param onCosts percent of pay
   * @param employer by its name among {@link Employer}
   */
  public record PostRow(
      String id,
      String role,
      String wte,
      String people,
      String from,
      String to,
      String pay,
      String onCosts,
      String employer,
      String noticeWeeks) {}

  /** What an employment model means when the money stops. */
  public record TermsRow(
      String toPractices,
      String weeksPerYear,
      String mostYears,
      String afterYears,
      String why,
      String whose) {}

  /** Hours of one whole-time equivalent; each as low, likely, high. */
  public record WorkRow(
      String role,
      String weekly,
      String weeks,
      String meetings,
      String ownInduction,
      String supervision,
      String givenInduction,
      String whose) {}

  /** The most that is reimbursed for a role in a year, in pounds, as the party says. */
  public record MaximumRow(String role, String year, String pounds) {}

  /** An empty plan in a year's prices. */
  static PlanBody empty(String lead, String prices) {
    return new PlanBody(
        false,
        Map.of(),
        lead,
        "",
        prices,
        "0",
        "",
        false,
        "0 50 100",
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  Optional<PostRow> findPost(String id) {
    return posts.stream().filter(post -> post.id().equals(id)).findFirst();
  }

  /** With a post in the place of the one of the same number, or as the last. */
  PlanBody with(PostRow post) {
    List<PostRow> rows = new ArrayList<>();
    posts.forEach(row -> rows.add(row.id().equals(post.id()) ? post : row));
    if (findPost(post.id()).isEmpty()) {
      rows.add(post);
    }
    return withPosts(rows);
  }

  PlanBody withoutPost(String id) {
    return withPosts(posts.stream().filter(row -> !row.id().equals(id)).toList());
  }

  private PlanBody withPosts(List<PostRow> rows) {
    return new PlanBody(
        agreed, weights, lead, area, prices, payGrowth, percent, monthly, local, rows, terms, work,
        maxima, sums);
  }

  PlanBody withTerms(String employer, TermsRow row) {
    Map<String, TermsRow> all = new LinkedHashMap<>(terms);
    all.put(employer, row);
    return new PlanBody(
        agreed, weights, lead, area, prices, payGrowth, percent, monthly, local, posts, all, work,
        maxima, sums);
  }

  PlanBody withWork(WorkRow row) {
    List<WorkRow> rows =
        new ArrayList<>(work.stream().filter(one -> !one.role().equals(row.role())).toList());
    rows.add(row);
    return new PlanBody(
        agreed, weights, lead, area, prices, payGrowth, percent, monthly, local, posts, terms, rows,
        maxima, sums);
  }

  /** An empty amount takes away what was entered. */
  PlanBody withMaximum(MaximumRow row) {
    List<MaximumRow> rows =
        new ArrayList<>(
            maxima.stream()
                .filter(one -> !one.role().equals(row.role()) || !one.year().equals(row.year()))
                .toList());
    if (!row.pounds().isEmpty()) {
      rows.add(row);
    }
    return new PlanBody(
        agreed, weights, lead, area, prices, payGrowth, percent, monthly, local, posts, terms, work,
        rows, sums);
  }

  /** An empty amount takes away what was entered. */
  PlanBody withSum(String year, String pounds) {
    Map<String, String> all = new LinkedHashMap<>(sums);
    all.remove(year);
    if (!pounds.isEmpty()) {
      all.put(year, pounds);
    }
    return new PlanBody(
        agreed, weights, lead, area, prices, payGrowth, percent, monthly, local, posts, terms, work,
        maxima, all);
  }

  PlanBody withLocal(String spread) {
    return new PlanBody(
        agreed, weights, lead, area, prices, payGrowth, percent, monthly, spread, posts, terms,
        work, maxima, sums);
  }
}

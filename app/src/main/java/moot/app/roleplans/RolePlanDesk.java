package moot.app.roleplans;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.roles.BadRolePlan;
import moot.funding.roles.DonorService;
import moot.funding.roles.Employer;
import moot.funding.roles.Member;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds role plans for those who may see them; makes, changes and shares them for their party. */
@Component
class RolePlanDesk {
  private static final int LONGEST = 200;
  private static final int MOST_POSTS = 200;
  private static final int MOST_DONORS = 200;

  private final RolePlanStore store;
  private final RoleReckoning reckoning;
  private final Journal journal;
  private final TransactionTemplate transaction;

  RolePlanDesk(
      RolePlanStore store,
      RoleReckoning reckoning,
      Journal journal,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.reckoning = reckoning;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Somebody else has changed the plan since; {@link #now} is what holds. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient KeptPlan now;

    Overtaken(KeptPlan now) {
      super(
          "%s has changed the plan since you opened it: version %d holds now. Nothing of yours was saved; what you wrote stands in the form. Maybe look at what holds and save again?"
              .formatted(now.person(), now.version()));
      this.now = now;
    }

    KeptPlan now() {
      return now;
    }
  }

  static PlaceCode place(Seat seat) {
    PlaceCode place = seat.party().place();
    if (place == null) {
      throw new ToldToVisitors(
          404,
          "%s sits at no place's table. Maybe act for another party?"
              .formatted(seat.party().name()));
    }
    return place;
  }

  List<KeptPlan> list(Seat seat) {
    return store.list(place(seat), seat.party().id()).stream()
        .map(plan -> plan.asSeenBy(seat))
        .toList();
  }

  /** A plan as somebody on this seat may know it. */
  KeptPlan get(Seat seat, long id) {
    return store
        .find(id)
        .filter(plan -> plan.isSeenBy(seat))
        .map(plan -> plan.asSeenBy(seat))
        .orElseThrow(() -> unknown(id));
  }

  private static ToldToVisitors unknown(long id) {
    return new ToldToVisitors(
        404,
        "There is no role plan %d at your table. Maybe it is another party's own, or the link is old?"
            .formatted(id));
  }

  /** The practice's own network, or the network itself; else the first of the place. */
  NetworkCode usualNetwork(Seat seat) {
    PlaceCode place = place(seat);
    Map<NetworkCode, String> networks = reckoning.networks(place);
    return networks.keySet().stream()
        .filter(network -> network.value().equals(seat.party().code()) || isIn(seat, network))
        .findFirst()
        .orElseGet(
            () ->
                networks.keySet().stream()
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new ToldToVisitors(
                                404,
                                "No practice of your place is in a network. Maybe the register has no memberships yet?")));
  }

  private boolean isIn(Seat seat, NetworkCode network) {
    return seat.party().kind() == PartyKind.PRACTICE
        && reckoning.members(place(seat), network, reckoning.usualYear()).stream()
            .anyMatch(member -> member.practice().value().equals(seat.party().code()));
  }

  long make(Seat seat, String name, String network) {
    checkEdits(seat);
    PlaceCode place = place(seat);
    String called = checkedName(name);
    NetworkCode of =
        reckoning.networks(place(seat)).keySet().stream()
            .filter(code -> code.value().equals(network))
            .findFirst()
            .orElseThrow(
                () ->
                    bad(
                        "network",
                        network,
                        "a network of your place, such as "
                            + reckoning.networks(place).keySet().stream().findFirst().orElse(null),
                        "Maybe its practices have left it."));
    FinancialYear year = reckoning.usualYear();
    List<Member> members = reckoning.members(place, of, year);
    String lead =
        members.stream()
            .map(member -> member.practice().value())
            .filter(code -> code.equals(seat.party().code()))
            .findFirst()
            .orElseGet(() -> members.isEmpty() ? "" : members.getFirst().practice().value());
    PlanBody body = PlanBody.empty(lead, year.toString());
    Long id = transaction.execute(status -> store.add(seat, place, of, called, body));
    if (id == null) {
      throw new IllegalStateException("no plan was made");
    }
    return id;
  }

  /**
   * Changes a plan as a form says.
   *
   * @param on the version that the form was filled in on
   * @param fields {@code what} says which form it is: post, remove, settings, sum, maximum,
   *     employment, work, forget-work
   * @throws Overtaken when another version holds
   * @throws BadRolePlan for what cannot be read or meant; nothing is saved then
   */
  int change(Seat seat, long id, int on, Map<String, String> fields) {
    checkEdits(seat);
    Map<String, String> said = new HashMap<>();
    fields.forEach((name, value) -> said.put(name, value.replace("\u0000", "").strip()));
    Integer version =
        transaction.execute(
            status -> {
              KeptPlan plan = getOwn(seat, id);
              if (plan.version() != on) {
                throw new Overtaken(plan);
              }
              tooLong(said);
              return save(seat, plan, said);
            });
    if (version == null) {
      throw new IllegalStateException("no version was made");
    }
    return version;
  }

  private int save(Seat seat, KeptPlan plan, Map<String, String> said) {
    PlanBody body = plan.body();
    Function<String, String> field = name -> said.getOrDefault(name, "");
    String what = field.apply("what");
    String name = plan.name();
    Staff staff = plan.staff();
    String words;
    switch (what) {
      case "post" -> {
        String post = field.apply("post").isEmpty() ? nextPost(body) : field.apply("post");
        if (!field.apply("post").isEmpty() && body.findPost(post).isEmpty()) {
          throw bad(
              "post", post, "a post of the plan, or none for a new one", "Maybe it was removed.");
        }
        if (body.posts().size() >= MOST_POSTS && body.findPost(post).isEmpty()) {
          throw bad(
              "posts", "one more", "at most " + MOST_POSTS, "Maybe put like ones into one post.");
        }
        if (!field.apply("role").isEmpty()) {
          checkRole(field.apply("role"));
        }
        body =
            body.with(
                new PlanBody.PostRow(
                    post,
                    field.apply("role"),
                    field.apply("wte"),
                    field.apply("people"),
                    field.apply("from"),
                    field.apply("to"),
                    field.apply("pay"),
                    field.apply("onCosts"),
                    field.apply("employer"),
                    field.apply("noticeWeeks")));
        staff = staff.with(post, new Staff.Holder(field.apply("age"), field.apply("serviceFrom")));
        words = "post " + post;
      }
      case "remove" -> {
        String post = field.apply("post");
        if (body.findPost(post).isEmpty()) {
          throw bad("post", post, "a post of the plan", "Maybe it was removed already.");
        }
        body = body.withoutPost(post);
        staff = staff.without(post);
        words = "removed post " + post;
      }
      case "settings" -> {
        name = checkedName(field.apply("name"));
        Map<String, String> weights = new HashMap<>();
        said.forEach(
            (key, value) -> {
              if (key.startsWith("weight-") && !value.isEmpty()) {
                weights.put(key.substring("weight-".length()), value);
              }
            });
        body =
            new PlanBody(
                field.apply("split").equals("agreed"),
                weights,
                field.apply("lead"),
                field.apply("area"),
                field.apply("prices"),
                field.apply("payGrowth"),
                field.apply("percent"),
                field.apply("drawing").equals("monthly"),
                body.local(),
                body.posts(),
                body.terms(),
                body.work(),
                body.maxima(),
                body.sums());
        words = "changed how it is reckoned";
      }
      case "sum" -> {
        checkedYear(field.apply("year"));
        body = body.withSum(field.apply("year"), field.apply("sum"));
        words = "the sum of " + field.apply("year");
      }
      case "maximum" -> {
        checkedYear(field.apply("year"));
        checkRole(field.apply("role"));
        body =
            body.withMaximum(
                new PlanBody.MaximumRow(
                    field.apply("role"), field.apply("year"), field.apply("maximum")));
        words = "the maximum for %s in %s".formatted(field.apply("role"), field.apply("year"));
      }
      case "employment" -> {
        String employer = field.apply("employer");
        if (Arrays.stream(Employer.values()).noneMatch(one -> one.name().equals(employer))) {
          throw bad("employer", employer, "one of the four", "Maybe none was chosen.");
        }
        body =
            body.withTerms(
                employer,
                new PlanBody.TermsRow(
                    field.apply("toPractices"),
                    field.apply("weeksPerYear"),
                    field.apply("mostYears"),
                    field.apply("afterYears"),
                    field.apply("why"),
                    field.apply("whose").isEmpty() ? seat.party().name() : field.apply("whose")));
        words = "what employment by a %s means".formatted(Employer.valueOf(employer).words());
      }
      case "work" -> {
        if (!field.apply("role").equals("*")) {
          checkRole(field.apply("role"));
        }
        body =
            body.withWork(
                new PlanBody.WorkRow(
                    field.apply("role"),
                    field.apply("weekly"),
                    field.apply("weeks"),
                    field.apply("meetings"),
                    field.apply("ownInduction"),
                    field.apply("supervision"),
                    field.apply("givenInduction"),
                    field.apply("whose").isEmpty() ? seat.party().name() : field.apply("whose")));
        words = "the hours of " + field.apply("role");
      }
      case "local" -> {
        body = body.withLocal(field.apply("local"));
        words = "how many recruits come from local services";
      }
      default ->
          throw bad(
              "what",
              what,
              "post, remove, settings, sum, maximum, employment, work or local",
              "Maybe the form was cut short.");
    }
    check(seat, plan, body, staff);
    store.add(seat, plan, name, words, body, staff);
    return plan.version() + 1;
  }

  /** Has the engine refuse what cannot be meant, before it is kept. */
  private void check(Seat seat, KeptPlan plan, PlanBody body, Staff staff) {
    KeptPlan changed = plan.with(body, staff);
    FinancialYear year = reckoning.usualYear();
    PlanYear reckoned = reckoning.year(changed, year);
    body.sums().keySet().stream()
        .flatMap(one -> FinancialYear.find(one).stream())
        .forEach(one -> reckoning.year(changed, one));
    body.maxima().stream()
        .flatMap(one -> FinancialYear.find(one.year()).stream())
        .distinct()
        .forEach(one -> reckoning.year(changed, one));
    PlanReader.work(body);
    DonorService.of(List.of(reckoned.plan()), year.from(), List.of(), PlanReader.local(body));
  }

  private static String nextPost(PlanBody body) {
    return Integer.toString(
        1 + body.posts().stream().mapToInt(row -> Integer.parseInt(row.id())).max().orElse(0));
  }

  /** Lets all parties of the table see it, but for ages and service. Cannot be taken back. */
  void share(Seat seat, long id) {
    checkEdits(seat);
    transaction.executeWithoutResult(
        status -> {
          KeptPlan plan = getOwn(seat, id);
          if (!plan.shared()) {
            store.share(id);
            journal.write(
                seat,
                Deed.open(
                        "roles.shared",
                        plan.subject(),
                        plan.place(),
                        "shared the role plan “%s” with the table".formatted(plan.name()))
                    .with("version", Integer.toString(plan.version())));
          }
        });
  }

  private KeptPlan getOwn(Seat seat, long id) {
    KeptPlan plan =
        store.findToChange(id).filter(one -> one.isSeenBy(seat)).orElseThrow(() -> unknown(id));
    if (!plan.isOf(seat)) {
      throw new ToldToVisitors(
          403,
          "The role plan is %s's, and only they change it. Maybe begin one of your own, or say it to them in a comment?"
              .formatted(plan.partyName()));
    }
    return plan;
  }

  List<KeptDonor> listDonors(Seat seat) {
    return store.listDonors(place(seat));
  }

  /**
   * Sets how much of a service's staff the system lets go.
   *
   * @throws BadRolePlan for what cannot be read or meant
   */
  void setDonor(Seat seat, Map<String, String> fields) {
    checkEdits(seat);
    PlaceCode place = place(seat);
    tooLong(fields);
    String name = fields.getOrDefault("name", "").strip();
    String role = fields.getOrDefault("role", "").strip();
    Typed typed = new Typed();
    if (name.isEmpty()) {
      typed.complain("name", name, "the service's name", "Maybe it was left out.");
    }
    if (!RoleTitles.all().containsKey(role)) {
      typed.complain("role", role, "one of the roles", "Maybe none was chosen.");
    }
    var staff = typed.quantity("staff", fields.getOrDefault("staff", "").strip());
    var threshold = typed.quantity("threshold", fields.getOrDefault("threshold", "").strip());
    typed.raise();
    DonorService service = new DonorService(name, role, staff, threshold);
    transaction.executeWithoutResult(
        status -> {
          if (store.listDonors(place).size() >= MOST_DONORS) {
            throw bad("services", "one more", "at most " + MOST_DONORS, "Maybe remove some.");
          }
          store.set(seat, place, service);
          journal.write(
              seat,
              Deed.open(
                  "roles.threshold",
                  "place:" + place.value(),
                  place,
                  "set that new roles may draw %s %% of the staff of %s in the role %s"
                      .formatted(threshold, name, RoleTitles.of(role))));
        });
  }

  void removeDonor(Seat seat, long id) {
    checkEdits(seat);
    PlaceCode place = place(seat);
    transaction.executeWithoutResult(
        status -> {
          if (!store.removeDonor(place, id)) {
            throw new ToldToVisitors(
                404, "There is no service %d at your table. Maybe it was removed?".formatted(id));
          }
          journal.write(
              seat,
              Deed.open(
                  "roles.threshold",
                  "place:" + place.value(),
                  place,
                  "took a service off the list of those whose staff new roles draw"));
        });
  }

  private static void checkEdits(Seat seat) {
    if (!seat.role().edits()) {
      throw new ToldToVisitors(
          403,
          "You look at the table for %s as a %s: expected somebody who may edit. Maybe its administrator can give you the role?"
              .formatted(seat.party().name(), seat.role().words()));
    }
  }

  private static String checkedName(String name) {
    String called = name.replace("\u0000", "").strip();
    if (called.isEmpty() || called.length() > LONGEST / 2) {
      throw bad(
          "name",
          called.length() + " characters",
          "1 to %d".formatted(LONGEST / 2),
          "Maybe say in a few words what it plans.");
    }
    return called;
  }

  private void checkedYear(String year) {
    if (FinancialYear.find(year).filter(reckoning.listYears()::contains).isEmpty()) {
      throw bad(
          "year",
          year,
          "one of "
              + reckoning.listYears().stream()
                  .map(FinancialYear::toString)
                  .collect(Collectors.joining(", ")),
          "Maybe the calendar year was meant.");
    }
  }

  private static void checkRole(String role) {
    if (!RoleTitles.all().containsKey(role)) {
      throw bad("role", role, "one of the roles", "Maybe none was chosen.");
    }
  }

  private static void tooLong(Map<String, String> fields) {
    fields.forEach(
        (name, value) -> {
          if (value.length() > LONGEST && !name.equals("_csrf")) {
            throw bad(
                name.length() > LONGEST ? "a field" : name,
                value.length() + " characters",
                "at most " + LONGEST,
                "Maybe say it in fewer words.");
          }
        });
  }

  private static BadRolePlan bad(String where, String value, String expected, String maybe) {
    return new BadRolePlan(
        List.of(Complaint.of(where, 0, value.isEmpty() ? "nothing" : value, expected, maybe)));
  }
}

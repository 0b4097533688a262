package moot.funding.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.Share;
import moot.funding.Trace;
import moot.register.PracticeCode;

/**
 * What shared functions cost a group of practices in each form.
 *
 * @param forms every form, from alone to fuller integration
 */
public record AtScale(List<Practice> practices, Map<Form, InForm> forms) {
  public AtScale {
    practices = List.copyOf(practices);
    forms = Map.copyOf(forms);
  }

  /**
   * A practice of the group.
   *
   * @param network any name; practices of one name share as a network
   * @param list registered patients
   */
  public record Practice(PracticeCode code, String name, String network, long list) {}

  /**
   * What it costs in one form.
   *
   * @param offices of all functions together
   * @param total a year, what is once not included
   * @param bodies networks, or the one federation, merged practice, larger organisation
   * @param overhead what running the form costs in itself, a year
   * @param once what making it costs, once
   */
  public record InForm(
      Form form,
      Money total,
      int offices,
      int bodies,
      Money overhead,
      Money once,
      List<Cost> practices,
      Trace trace) {
    public InForm {
      practices = List.copyOf(practices);
    }
  }

  /**
   * What it costs one practice.
   *
   * @param cost a year
   * @param more than alone; negative for less
   * @param once of what making the form costs
   */
  public record Cost(Practice practice, Money cost, Money more, Money once) {
    public Rate perHead() {
      return AtScale.perHead(cost, practice.list());
    }
  }

  /**
   * @param running what each form costs in itself; a form left out costs nothing
   * @throws BadScale for values that cannot be meant, all at once
   */
  public static AtScale of(
      List<Practice> practices, List<SharedFunction> functions, List<FormCost> running) {
    check(practices);
    Map<Form, InForm> forms = new EnumMap<>(Form.class);
    long[] alone = new long[0];
    for (Form form : Form.values()) {
      Reckoning reckoning = new Reckoning(practices, form);
      functions.forEach(reckoning::add);
      reckoning.run(
          running.stream()
              .filter(cost -> cost.form() == form)
              .findFirst()
              .orElseGet(() -> FormCost.none(form, "nobody said")));
      if (form == Form.ALONE) {
        alone = reckoning.pence;
      }
      forms.put(form, reckoning.inForm(alone));
    }
    return new AtScale(practices, forms);
  }

  public InForm get(Form form) {
    InForm found = forms.get(form);
    if (found == null) {
      throw new IllegalStateException("no costs for " + form);
    }
    return found;
  }

  public long patients() {
    return practices.stream().mapToLong(Practice::list).sum();
  }

  /** For each patient of the group and year, to the nearest penny. */
  public Rate perHead(Form form) {
    return perHead(get(form).total(), patients());
  }

  private static Rate perHead(Money cost, long patients) {
    return Rate.ofPounds(
        cost.inPounds().divide(BigDecimal.valueOf(patients), 2, RoundingMode.HALF_UP));
  }

  private static void check(List<Practice> practices) {
    List<String> wrong = new ArrayList<>();
    if (practices.isEmpty()) {
      wrong.add("practices: none; expected at least one. Maybe none was chosen.");
    }
    Set<PracticeCode> seen = new HashSet<>();
    for (Practice practice : practices) {
      if (!seen.add(practice.code())) {
        wrong.add(
            "practice %s: named twice; expected each once. Maybe it was copied."
                .formatted(practice.code()));
      }
      if (practice.list() < 1 || practice.list() > 1_000_000) {
        wrong.add(
            "practice %s, list: %d; expected 1 to 1,000,000 patients. Maybe it has closed."
                .formatted(practice.code(), practice.list()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadScale(wrong);
    }
  }

  /** Adds up one form. */
  private static final class Reckoning {
    private final List<Practice> practices;
    private final Form form;
    private final List<List<Integer>> groups;
    private final long[] pence;
    private final List<Trace> steps = new ArrayList<>();
    private int offices;
    private final long[] oncePence;
    private Money overhead = Money.ZERO;

    Reckoning(List<Practice> practices, Form form) {
      this.practices = practices;
      this.form = form;
      this.pence = new long[practices.size()];
      this.oncePence = new long[practices.size()];
      Map<String, List<Integer>> byName = new LinkedHashMap<>();
      for (int i = 0; i < practices.size(); i++) {
        String name =
            switch (form) {
              case ALONE -> practices.get(i).code().value();
              case NETWORK -> practices.get(i).network();
              case FEDERATION, MERGER, INTEGRATION -> "all";
            };
        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
      }
      this.groups = List.copyOf(byName.values());
    }

    void add(SharedFunction function) {
      Money pooled =
          form == Form.ALONE
              ? function.fixed()
              : percent(function.fixed(), function.pooled().getOrDefault(form, Quantity.ZERO));
      Money own = function.fixed().minus(pooled);
      long before = sum();
      for (int i = 0; i < pence.length; i++) {
        Money patients =
            Money.ofPounds(
                function
                    .perPatient()
                    .inPounds()
                    .multiply(BigDecimal.valueOf(practices.get(i).list())));
        pence[i] += own.plus(patients).pence();
      }
      int many = 0;
      for (List<Integer> group : groups) {
        long lists = group.stream().mapToLong(i -> practices.get(i).list()).sum();
        int needed =
            function.most() == 0 ? 1 : Math.toIntExact(Math.ceilDiv(lists, function.most()));
        many += needed;
        divide(pence, Math.multiplyExact(pooled.pence(), (long) needed), group);
      }
      offices += many;
      steps.add(
          Trace.made(
              function.title(),
              new Money(sum() - before).toString(),
              "%s × %s shared, %s × %s alone, patients × %s"
                  .formatted(
                      counted(many, "office"),
                      pooled,
                      counted(practices.size(), "practice"),
                      own,
                      function.perPatient()),
              List.of(Trace.given("Whose figures", function.whose()))));
    }

    /** Each group of the form costs so much to run; alone there is nothing to run. */
    void run(FormCost cost) {
      if (form == Form.ALONE) {
        return;
      }
      Money each = cost.aYear();
      for (List<Integer> group : groups) {
        divide(pence, each.pence(), group);
        divide(oncePence, cost.once().pence(), group);
        group.forEach(i -> oncePence[i] += cost.oncePerPractice().pence());
      }
      overhead = new Money(Math.multiplyExact(each.pence(), (long) groups.size()));
      steps.add(
          Trace.made(
              "Running it",
              overhead.toString(),
              "%s × (board %s + secretary and accounts %s + audit %s + indemnity %s)"
                  .formatted(
                      bodies(), cost.board(), cost.secretary(), cost.audit(), cost.indemnity()),
              List.of(Trace.given("Whose figures", cost.whose()))));
      steps.add(
          Trace.made(
              "Making it, once and not in the sum",
              once().toString(),
              "%s × %s + %s × %s"
                  .formatted(
                      bodies(),
                      cost.once(),
                      counted(practices.size(), "practice"),
                      cost.oncePerPractice()),
              List.of(Trace.given("Whose figures", cost.whose()))));
    }

    private String bodies() {
      return form == Form.NETWORK ? counted(groups.size(), "network") : "1 " + form.words();
    }

    private static String counted(int many, String thing) {
      return many == 1 ? "1 " + thing : "%d %ss".formatted(many, thing);
    }

    private Money once() {
      return new Money(Arrays.stream(oncePence).sum());
    }

    InForm inForm(long[] alone) {
      List<Cost> costs = new ArrayList<>();
      for (int i = 0; i < pence.length; i++) {
        costs.add(
            new Cost(
                practices.get(i),
                new Money(pence[i]),
                new Money(pence[i] - alone[i]),
                new Money(oncePence[i])));
      }
      Money total = new Money(sum());
      return new InForm(
          form,
          total,
          offices,
          form == Form.ALONE ? 0 : groups.size(),
          overhead,
          once(),
          costs,
          Trace.made(
              "Shared functions, " + form.words(),
              total.toString(),
              "sum; what is shared is divided by registered list",
              steps));
    }

    private void divide(long[] among, long whole, List<Integer> group) {
      long[] parts =
          Share.byLargestRemainder(
              whole, group.stream().mapToLong(i -> practices.get(i).list()).toArray());
      for (int k = 0; k < parts.length; k++) {
        among[group.get(k)] += parts[k];
      }
    }

    private long sum() {
      long sum = 0;
      for (long one : pence) {
        sum += one;
      }
      return sum;
    }

    private static Money percent(Money of, Quantity percent) {
      return Money.ofPounds(of.inPounds().multiply(percent.amount().movePointLeft(2)));
    }
  }
}

package moot.app.roleplans;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import moot.funding.Complaint;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.roles.BadRolePlan;
import moot.funding.scale.AtScale;
import moot.funding.scale.BadScale;
import moot.funding.scale.Form;
import moot.funding.scale.FormCost;
import moot.funding.scale.SharedFunction;
import org.jspecify.annotations.Nullable;

/**
 * What shared functions cost a group of networks' practices in each form, with the figures that
 * were asked for. Nothing of it is kept: it stands in the address.
 *
 * @param networks those of the place, code to name
 * @param chosen codes of those whose practices are the group
 * @param rows the functions as they were written, or as assumed
 * @param running what running and making each form costs in itself, as written or as assumed
 * @param scale null where something is wrong
 */
public record ScaleSheet(
    Map<String, String> networks,
    Set<String> chosen,
    List<Row> rows,
    List<RunningRow> running,
    @Nullable AtScale scale,
    List<String> errors) {
  /** Forms that share something, in their order. */
  public static final List<Form> SHARING =
      List.of(Form.NETWORK, Form.FEDERATION, Form.MERGER, Form.INTEGRATION);

  public ScaleSheet {
    rows = List.copyOf(rows);
    running = List.copyOf(running);
    errors = List.copyOf(errors);
  }

  /**
   * A function as it was written.
   *
   * @param key its place in the form, from 0
   */
  public record Row(
      int key,
      String title,
      String fixed,
      String perPatient,
      String most,
      Map<Form, String> pooled,
      String whose) {}

  /** What a form takes in itself, as it was written. */
  public record RunningRow(
      Form form,
      String board,
      String secretary,
      String audit,
      String indemnity,
      String once,
      String oncePerPractice,
      String whose) {}

  /** Whether every figure is Moot's assumption, some or none. */
  public String assumed() {
    long ours =
        rows.stream().filter(row -> row.whose().startsWith("assumption")).count()
            + running.stream().filter(row -> row.whose().startsWith("assumption")).count();
    return ours == rows.size() + running.size()
        ? "assumed"
        : ours == 0 ? "your figures" : "partly assumed";
  }

  /** Gives the practices of chosen networks. */
  @FunctionalInterface
  interface Practices {
    List<AtScale.Practice> of(String network);
  }

  /**
   * @param fields of the address: {@code fixed-0}, {@code patient-0}, {@code most-0}, {@code
   *     NETWORK-0} … for each function, {@code board-NETWORK}, {@code secretary-NETWORK}, {@code
   *     audit-NETWORK}, {@code indemnity-NETWORK}, {@code once-NETWORK}, {@code each-NETWORK} … for
   *     each form; what is left out is as assumed
   */
  static ScaleSheet read(
      Map<String, String> networks,
      Set<String> asked,
      Map<String, String> fields,
      Practices practices) {
    List<String> errors = new ArrayList<>();
    Set<String> chosen = new LinkedHashSet<>();
    for (String network : asked) {
      if (networks.containsKey(network)) {
        chosen.add(network);
      } else {
        errors.add(
            "networks: \"%s\"; expected networks of your place. Maybe its practices have left it."
                .formatted(network));
      }
    }
    List<Row> rows = rows(fields);
    List<RunningRow> running = running(fields);
    AtScale scale = null;
    try {
      Typed typed = new Typed();
      List<Supplier<FormCost>> costs = running.stream().map(row -> cost(row, typed)).toList();
      List<SharedFunction> functions = functions(rows, typed, errors);
      List<FormCost> overheads = new ArrayList<>();
      for (Supplier<FormCost> cost : costs) {
        try {
          overheads.add(cost.get());
        } catch (BadScale e) {
          errors.addAll(e.complaints());
        }
      }
      if (errors.isEmpty()) {
        List<AtScale.Practice> group = new ArrayList<>();
        chosen.forEach(network -> group.addAll(practices.of(network)));
        scale = AtScale.of(group, functions, overheads);
      }
    } catch (BadScale e) {
      errors.addAll(e.complaints());
    } catch (BadRolePlan e) {
      errors.addAll(e.complaints().stream().map(Complaint::inWords).toList());
    }
    return new ScaleSheet(networks, chosen, rows, running, scale, errors);
  }

  /** Reads a row at once, and makes a cost of it once all rows are read. */
  private static Supplier<FormCost> cost(RunningRow row, Typed typed) {
    String where = "running a " + row.form().words();
    Money board = typed.pounds(where + ", board", row.board());
    Money secretary = typed.pounds(where + ", secretary", row.secretary());
    Money audit = typed.pounds(where + ", audit", row.audit());
    Money indemnity = typed.pounds(where + ", indemnity", row.indemnity());
    Money once = typed.pounds(where + ", once", row.once());
    Money each = typed.pounds(where + ", once for each practice", row.oncePerPractice());
    return () ->
        new FormCost(row.form(), board, secretary, audit, indemnity, once, each, row.whose());
  }

  private static List<RunningRow> running(Map<String, String> fields) {
    List<RunningRow> rows = new ArrayList<>();
    for (FormCost cost : FormCost.assumed()) {
      String of = "-" + cost.form().name();
      boolean[] own = {false};
      String board = value(fields, "board" + of, plain(cost.board()), own);
      String secretary = value(fields, "secretary" + of, plain(cost.secretary()), own);
      String audit = value(fields, "audit" + of, plain(cost.audit()), own);
      String indemnity = value(fields, "indemnity" + of, plain(cost.indemnity()), own);
      String once = value(fields, "once" + of, plain(cost.once()), own);
      String each = value(fields, "each" + of, plain(cost.oncePerPractice()), own);
      rows.add(
          new RunningRow(
              cost.form(),
              board,
              secretary,
              audit,
              indemnity,
              once,
              each,
              own[0] ? "entered on this page" : cost.whose()));
    }
    return rows;
  }

  private static List<SharedFunction> functions(List<Row> rows, Typed typed, List<String> errors) {
    record Numbers(Money fixed, Rate perPatient, int most, Map<Form, Quantity> pooled) {}
    Map<Row, Numbers> read = new LinkedHashMap<>();
    for (Row row : rows) {
      Map<Form, Quantity> pooled = new EnumMap<>(Form.class);
      row.pooled()
          .forEach(
              (form, text) ->
                  pooled.put(
                      form,
                      typed.quantity(
                          "%s, shared as %s".formatted(row.title(), form.words()), text)));
      read.put(
          row,
          new Numbers(
              typed.pounds(row.title() + ", fixed cost", row.fixed()),
              Rate.ofPounds(typed.number(row.title() + ", cost of a patient", row.perPatient())),
              typed.whole(row.title() + ", patients of one office", row.most()),
              pooled));
    }
    typed.raise();
    List<SharedFunction> functions = new ArrayList<>();
    read.forEach(
        (row, numbers) -> {
          try {
            functions.add(
                new SharedFunction(
                    row.title(),
                    numbers.fixed(),
                    numbers.perPatient(),
                    numbers.most(),
                    numbers.pooled(),
                    row.whose()));
          } catch (BadScale e) {
            errors.addAll(e.complaints());
          }
        });
    return functions;
  }

  private static List<Row> rows(Map<String, String> fields) {
    List<Row> rows = new ArrayList<>();
    for (SharedFunction function : SharedFunction.assumed()) {
      int key = rows.size();
      Map<Form, String> pooled = new EnumMap<>(Form.class);
      boolean[] own = {false};
      String fixed = value(fields, "fixed-" + key, plain(function.fixed()), own);
      String patient =
          value(fields, "patient-" + key, function.perPatient().toString().substring(1), own);
      String most = value(fields, "most-" + key, Long.toString(function.most()), own);
      SHARING.forEach(
          form ->
              pooled.put(
                  form,
                  value(
                      fields,
                      form.name() + "-" + key,
                      function.pooled().getOrDefault(form, Quantity.ZERO).toString(),
                      own)));
      rows.add(
          new Row(
              key,
              function.title(),
              fixed,
              patient,
              most,
              pooled,
              own[0] ? "entered on this page" : function.whose()));
    }
    return rows;
  }

  private static String value(
      Map<String, String> fields, String name, String assumed, boolean[] own) {
    String written = fields.getOrDefault(name, assumed).strip();
    own[0] |= !written.equals(assumed);
    return written;
  }

  private static String plain(Money money) {
    return money.inPounds().stripTrailingZeros().toPlainString();
  }
}

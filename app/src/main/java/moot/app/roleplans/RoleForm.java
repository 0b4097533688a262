package moot.app.roleplans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.Complaint;
import moot.funding.roles.BadRolePlan;

/**
 * A form as it was filled in, and what is wrong with it.
 *
 * @param what which form of the page it is; empty for none
 * @param fields name → what was written
 * @param errors field → what is wrong with it
 * @param others what is wrong that belongs to no field of the form
 */
public record RoleForm(
    String what, Map<String, String> fields, Map<String, String> errors, List<String> others) {
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("whole-time equivalents", "wte"),
          Map.entry("start", "from"),
          Map.entry("end", "to"),
          Map.entry("on-costs", "onCosts"),
          Map.entry("service counts from", "serviceFrom"),
          Map.entry("notice", "noticeWeeks"),
          Map.entry("lead practice", "lead"),
          Map.entry("pay growth", "payGrowth"),
          Map.entry("reimbursement", "percent"),
          Map.entry("sum additional-roles-sum", "sum"),
          Map.entry("back to practices", "toPractices"),
          Map.entry("redundancy by contract", "weeksPerYear"),
          Map.entry("years that count", "mostYears"),
          Map.entry("years before it is due", "afterYears"),
          Map.entry("a week", "weekly"),
          Map.entry("weeks at work", "weeks"),
          Map.entry("meetings a week", "meetings"),
          Map.entry("own induction", "ownInduction"),
          Map.entry("supervision a week", "supervision"),
          Map.entry("induction given", "givenInduction"),
          Map.entry("recruits from local services", "local"),
          Map.entry("last funded day", "last"),
          Map.entry("notice given", "given"));

  static final RoleForm NONE = new RoleForm("", Map.of(), Map.of(), List.of());

  public RoleForm {
    fields = Map.copyOf(fields);
    others = List.copyOf(others);
  }

  /** Filled in, with nothing said of it yet. */
  static RoleForm of(String what, Map<String, String> fields) {
    return new RoleForm(what, fields, Map.of(), List.of());
  }

  /** Refused by the engine. */
  RoleForm refused(BadRolePlan bad) {
    Map<String, String> of = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>(others);
    for (Complaint complaint : bad.complaints()) {
      String where = complaint.where();
      String last = where.substring(where.lastIndexOf(',') + 1).strip();
      String name =
          where.startsWith("split, practice ")
              ? "weight-" + where.substring("split, practice ".length())
              : where.startsWith("maximum for ") ? "maximum" : FIELDS.getOrDefault(last, last);
      if (fields.containsKey(name) && !of.containsKey(name)) {
        of.put(name, complaint.inWords());
      } else {
        rest.add(complaint.inWords());
      }
    }
    return new RoleForm(what, fields, of, rest);
  }

  RoleForm told(String words) {
    List<String> more = new ArrayList<>(others);
    more.add(words);
    return new RoleForm(what, fields, errors, more);
  }

  /** What stands in a field: what was written in this form, else what holds. */
  public String value(String form, String name, String holds) {
    return what.equals(form) ? fields.getOrDefault(name, "") : holds;
  }

  public String error(String form, String name) {
    return what.equals(form) ? errors.getOrDefault(name, "") : "";
  }

  public boolean isWrong() {
    return !errors.isEmpty() || !others.isEmpty();
  }
}

package moot.app.roleplans;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import moot.app.access.Seat;
import moot.funding.FinancialYear;
import moot.funding.roles.BadRolePlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Role plans: the list, one by year and month, when the funding stops, both sides of it. */
@Controller
class RolePlanPages {
  private static final int UNPROCESSABLE = 422;

  private final RolePlanDesk desk;
  private final RoleReckoning reckoning;

  RolePlanPages(RolePlanDesk desk, RoleReckoning reckoning) {
    this.desk = desk;
    this.reckoning = reckoning;
  }

  @GetMapping("/funding/roles")
  String list(Seat seat, Model model) {
    return list(seat, RoleForm.NONE, model);
  }

  private String list(Seat seat, RoleForm form, Model model) {
    model.addAttribute("seat", seat);
    model.addAttribute("code", seat.getPlace().value());
    model.addAttribute("plans", desk.list(seat));
    Map<String, String> networks = new LinkedHashMap<>();
    reckoning.networks(seat.getPlace()).forEach((code, name) -> networks.put(code.value(), name));
    model.addAttribute("networks", networks);
    model.addAttribute("usual", networks.isEmpty() ? "" : desk.usualNetwork(seat).value());
    model.addAttribute("form", form);
    return "roleplans/list";
  }

  @PostMapping("/funding/roles")
  String make(
      Seat seat,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String network,
      HttpServletResponse response,
      Model model) {
    try {
      return "redirect:/funding/roles/" + desk.make(seat, name, network);
    } catch (BadRolePlan e) {
      response.setStatus(UNPROCESSABLE);
      return list(
          seat, RoleForm.of("new", Map.of("name", name, "network", network)).refused(e), model);
    }
  }

  @GetMapping("/funding/roles/{id}")
  String plan(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String post,
      HttpServletResponse response,
      Model model) {
    return plan(seat, desk.get(seat, id), year, post, RoleForm.NONE, response, model);
  }

  private String plan(
      Seat seat,
      KeptPlan plan,
      String year,
      String post,
      RoleForm asked,
      HttpServletResponse response,
      Model model) {
    RoleForm form = asked;
    FinancialYear of = reckoning.getYear(year);
    try {
      PlanYear reckoned = reckoning.year(plan, of);
      model.addAttribute("reckoned", reckoned);
      model.addAttribute("chart", MonthChart.of(reckoned.account()));
    } catch (BadRolePlan e) {
      form = form.refused(e);
    }
    common(seat, plan, of, form, response, model);
    model.addAttribute("members", reckoning.members(plan.place(), plan.network(), of));
    model.addAttribute("post", plan.isOf(seat) ? plan.body().findPost(post).orElse(null) : null);
    return "roleplans/plan";
  }

  @PostMapping("/funding/roles/{id}/change")
  String change(
      Seat seat,
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    String what = fields.getOrDefault("what", "");
    String year = fields.getOrDefault("show", "");
    RoleForm form = RoleForm.of(what, fields);
    KeptPlan plan = desk.get(seat, id);
    try {
      desk.change(seat, id, Sent.version(fields), fields);
      String query = FinancialYear.find(year).map(y -> "?year=" + word(y)).orElse("");
      return switch (what) {
        case "employment" -> "redirect:/funding/roles/%d/stop".formatted(id);
        case "work", "local" -> "redirect:/funding/roles/%d/sides%s#%s".formatted(id, query, what);
        case "post", "remove" -> "redirect:/funding/roles/%d%s#posts".formatted(id, query);
        default -> "redirect:/funding/roles/%d%s#settings".formatted(id, query);
      };
    } catch (BadRolePlan e) {
      response.setStatus(UNPROCESSABLE);
      form = form.refused(e);
    } catch (RolePlanDesk.Overtaken e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      form = form.told(String.valueOf(e.getMessage()));
      plan = e.now();
    }
    return switch (what) {
      case "employment" -> stop(seat, plan, "", "", form, response, model);
      case "work", "local" -> sides(seat, plan, year, form, response, model);
      default -> plan(seat, plan, year, fields.getOrDefault("post", ""), form, response, model);
    };
  }

  @PostMapping("/funding/roles/{id}/share")
  String share(Seat seat, @PathVariable long id) {
    desk.share(seat, id);
    return "redirect:/funding/roles/" + id;
  }

  @GetMapping("/funding/roles/{id}/stop")
  String stop(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String last,
      @RequestParam(defaultValue = "") String given,
      HttpServletResponse response,
      Model model) {
    return stop(seat, desk.get(seat, id), last, given, RoleForm.NONE, response, model);
  }

  private String stop(
      Seat seat,
      KeptPlan plan,
      String last,
      String given,
      RoleForm asked,
      HttpServletResponse response,
      Model model) {
    RoleForm form = asked;
    FinancialYear usual = reckoning.usualYear();
    Map<String, String> days = new LinkedHashMap<>();
    days.put("last", last.isBlank() ? usual.to().toString() : last);
    days.put("given", given.isBlank() ? days.get("last") : given);
    try {
      LocalDate lastFunded = PlanReader.day("last funded day", last, usual.to());
      LocalDate noticeGiven = PlanReader.day("notice given", given, lastFunded);
      model.addAttribute("stop", reckoning.stop(plan, lastFunded, noticeGiven));
    } catch (BadRolePlan e) {
      form = (form.isWrong() ? form : RoleForm.of("days", days)).refused(e);
    }
    common(seat, plan, usual, form, response, model);
    model.addAttribute("days", days);
    return "roleplans/stop";
  }

  @GetMapping("/funding/roles/{id}/sides")
  String sides(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String year,
      HttpServletResponse response,
      Model model) {
    return sides(seat, desk.get(seat, id), year, RoleForm.NONE, response, model);
  }

  private String sides(
      Seat seat,
      KeptPlan plan,
      String year,
      RoleForm asked,
      HttpServletResponse response,
      Model model) {
    RoleForm form = asked;
    FinancialYear of = reckoning.getYear(year);
    try {
      model.addAttribute("both", reckoning.sides(plan, of));
    } catch (BadRolePlan e) {
      form = form.refused(e);
    }
    common(seat, plan, of, form, response, model);
    return "roleplans/sides";
  }

  private void common(
      Seat seat,
      KeptPlan plan,
      FinancialYear year,
      RoleForm form,
      HttpServletResponse response,
      Model model) {
    if (form.isWrong() && response.getStatus() == HttpServletResponse.SC_OK) {
      response.setStatus(UNPROCESSABLE);
    }
    model.addAttribute("kept", plan);
    model.addAttribute("own", plan.isOf(seat) && seat.role().edits());
    model.addAttribute("owner", plan.isOf(seat));
    model.addAttribute("network", reckoning.name(plan));
    model.addAttribute("year", year);
    model.addAttribute("years", reckoning.listYears());
    model.addAttribute("form", form);
  }

  private static String word(FinancialYear year) {
    return year.toString().replace('/', '-');
  }
}

package moot.app.roleplans;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.app.funding.Step;
import moot.app.web.ToldToVisitors;
import moot.funding.scale.AtScale;
import moot.funding.scale.Change;
import moot.funding.scale.Form;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What functions cost a head alone, as networks, as a federation, merged; for people and programs.
 */
@Controller
class ScalePages {
  private static final int UNPROCESSABLE = 422;

  private final RolePlanDesk desk;
  private final RoleReckoning reckoning;

  ScalePages(RolePlanDesk desk, RoleReckoning reckoning) {
    this.desk = desk;
    this.reckoning = reckoning;
  }

  @GetMapping("/funding/scale")
  String scale(
      Seat seat,
      @RequestParam(defaultValue = "") List<String> network,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    ScaleSheet sheet = sheet(seat, network, fields);
    if (!sheet.errors().isEmpty()) {
      response.setStatus(UNPROCESSABLE);
    }
    model.addAttribute("seat", seat);
    model.addAttribute("code", seat.getPlace().value());
    model.addAttribute("sheet", sheet);
    return "roleplans/scale";
  }

  record Cost(
      String practice,
      String name,
      String network,
      long pence,
      double perHead,
      long more,
      long oncePence) {}

  /** A statement on what a form changes; a judgement has no mark. */
  record Changed(
      String matter, String statement, @Nullable String mark, boolean judgement, String whose) {
    static Changed of(Change change) {
      var mark = change.mark();
      return new Changed(
          change.matter().words(),
          change.statement(),
          mark == null ? null : mark.sign(),
          change.isJudgement(),
          change.whose());
    }
  }

  /**
   * @param perHead pounds for each patient and year
   * @param morePence than alone; negative for less
   * @param bodies networks, or the one federation …; 0 alone
   * @param runningPence of the year's cost, what the form takes in itself
   * @param oncePence what making the form takes, not in the year's cost
   */
  record InForm(
      String form,
      long pence,
      double perHead,
      long morePence,
      int offices,
      int bodies,
      long runningPence,
      long oncePence,
      List<Cost> practices,
      List<Changed> changes,
      Step trace) {}

  record Scale(
      Map<String, String> networks,
      Set<String> chosen,
      List<ScaleSheet.Row> functions,
      List<ScaleSheet.RunningRow> running,
      String figures,
      long patients,
      List<InForm> forms) {}

  @GetMapping("/api/scale")
  @ResponseBody
  Scale data(
      Seat seat,
      @RequestParam(defaultValue = "") List<String> network,
      @RequestParam Map<String, String> fields) {
    ScaleSheet sheet = sheet(seat, network, fields);
    AtScale scale = sheet.scale();
    if (scale == null) {
      throw new ToldToVisitors(UNPROCESSABLE, String.join("\n", sheet.errors()));
    }
    return new Scale(
        sheet.networks(),
        sheet.chosen(),
        sheet.rows(),
        sheet.running(),
        sheet.assumed(),
        scale.patients(),
        List.of(Form.values()).stream().map(form -> inForm(scale, form)).toList());
  }

  private static InForm inForm(AtScale scale, Form form) {
    AtScale.InForm in = scale.get(form);
    return new InForm(
        form.words(),
        in.total().pence(),
        scale.perHead(form).inPounds().doubleValue(),
        in.total().minus(scale.get(Form.ALONE).total()).pence(),
        in.offices(),
        in.bodies(),
        in.overhead().pence(),
        in.once().pence(),
        in.practices().stream()
            .map(
                cost ->
                    new Cost(
                        cost.practice().code().value(),
                        cost.practice().name(),
                        cost.practice().network(),
                        cost.cost().pence(),
                        cost.perHead().inPounds().doubleValue(),
                        cost.more().pence(),
                        cost.once().pence()))
            .toList(),
        form.changes().stream().map(Changed::of).toList(),
        Step.of(in.trace()));
  }

  private ScaleSheet sheet(Seat seat, List<String> asked, Map<String, String> fields) {
    PlaceCode place = seat.getPlace();
    Map<String, String> networks = new LinkedHashMap<>();
    reckoning.networks(place).forEach((code, name) -> networks.put(code.value(), name));
    Set<String> chosen =
        asked.stream()
            .filter(one -> !one.isBlank())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (chosen.isEmpty()) {
      chosen.addAll(networks.keySet());
    }
    return ScaleSheet.read(
        networks,
        chosen,
        fields,
        network ->
            reckoning.members(place, new NetworkCode(network), reckoning.usualYear()).stream()
                .filter(member -> member.list() > 0)
                .map(
                    member ->
                        new AtScale.Practice(
                            member.practice(), member.name(), network, member.list()))
                .toList());
  }
}

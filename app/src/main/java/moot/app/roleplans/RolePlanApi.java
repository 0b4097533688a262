package moot.app.roleplans;

import java.time.LocalDate;
import java.util.Map;
import moot.app.access.Seat;
import moot.app.roleplans.RolePlanAsData.Body;
import moot.app.roleplans.RolePlanAsData.Summary;
import moot.app.roleplans.SidesAsData.Sides;
import moot.app.roleplans.StopAsData.Stop;
import moot.app.web.JsonForm;
import moot.app.web.Listing;
import moot.funding.FinancialYear;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Role plans for programs: what their pages show, and what can be done there. Amounts in pence;
 * marks by their signs.
 */
@RestController
class RolePlanApi {
  private final RolePlanDesk desk;
  private final RoleReckoning reckoning;

  RolePlanApi(RolePlanDesk desk, RoleReckoning reckoning) {
    this.desk = desk;
    this.reckoning = reckoning;
  }

  record NewPlan(@Nullable String name, @Nullable String network) {}

  /**
   * @param version the number of the version that holds now
   */
  record Changed(int version) {}

  @GetMapping("/api/role-plans")
  Listing<Summary> list(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, desk.list(seat).stream().map(this::summary).toList());
  }

  @PostMapping("/api/role-plans")
  @ResponseStatus(HttpStatus.CREATED)
  Summary make(Seat seat, @RequestBody NewPlan sent) {
    String name = sent.name();
    String network = sent.network();
    long id = desk.make(seat, name == null ? "" : name, network == null ? "" : network);
    return summary(desk.get(seat, id));
  }

  @GetMapping("/api/role-plans/{id}")
  Body plan(Seat seat, @PathVariable long id, @RequestParam(defaultValue = "") String year) {
    KeptPlan plan = desk.get(seat, id);
    return RolePlanAsData.body(summary(plan), plan, reckoning.year(plan, reckoning.getYear(year)));
  }

  @GetMapping("/api/role-plans/{id}/stop")
  Stop stop(
      Seat seat,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String last,
      @RequestParam(defaultValue = "") String given) {
    KeptPlan plan = desk.get(seat, id);
    LocalDate lastFunded = PlanReader.day("last funded day", last, reckoning.usualYear().to());
    LocalDate noticeGiven = PlanReader.day("notice given", given, lastFunded);
    return StopAsData.stop(reckoning.stop(plan, lastFunded, noticeGiven), plan.isOf(seat));
  }

  @GetMapping("/api/role-plans/{id}/sides")
  Sides sides(Seat seat, @PathVariable long id, @RequestParam(defaultValue = "") String year) {
    KeptPlan plan = desk.get(seat, id);
    FinancialYear of = reckoning.getYear(year);
    return SidesAsData.sides(of, reckoning.sides(plan, of));
  }

  /**
   * Changes a plan in the words of the forms on its pages: {@code on} is the version, {@code what}
   * the form, the rest its fields. Answers 409 when another version holds.
   */
  @PostMapping("/api/role-plans/{id}/change")
  Changed change(Seat seat, @PathVariable long id, @RequestBody Map<String, Object> sent) {
    Map<String, String> fields = JsonForm.fields(sent);
    return new Changed(desk.change(seat, id, Sent.version(fields), fields));
  }

  @PostMapping("/api/role-plans/{id}/share")
  Summary share(Seat seat, @PathVariable long id) {
    desk.share(seat, id);
    return summary(desk.get(seat, id));
  }

  private Summary summary(KeptPlan plan) {
    return Summary.of(plan, reckoning.name(plan));
  }
}

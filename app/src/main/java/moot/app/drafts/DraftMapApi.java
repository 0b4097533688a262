package moot.app.drafts;

import moot.app.access.Seat;
import moot.formation.Plan;
import moot.papers.PlanGeoJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Drafts as maps, for programs. */
@RestController
class DraftMapApi {
  private final DraftDesk desk;
  private final DraftPlans plans;

  DraftMapApi(DraftDesk desk, DraftPlans plans) {
    this.desk = desk;
    this.plans = plans;
  }

  /**
   * The networks of a draft, as GeoJSON.
   *
   * @param version the newest without it
   */
  @GetMapping("/api/drafts/{id}/map")
  ResponseEntity<StreamingResponseBody> map(
      Seat seat, @PathVariable long id, @RequestParam(required = false) @Nullable Integer version) {
    Plan plan = plans.of(desk.get(seat, id), version);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .body(out -> PlanGeoJson.write(plan, out));
  }
}

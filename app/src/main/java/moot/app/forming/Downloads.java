package moot.app.forming;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import moot.app.web.ToldToVisitors;
import moot.formation.Forming;
import moot.formation.Plan;
import moot.formation.areas.NetworkAreas;
import moot.papers.Answer;
import moot.papers.PlanCsv;
import moot.papers.PlanGeoJson;
import moot.papers.PlanJson;
import moot.papers.PlanMap;
import moot.papers.PlanPdf;
import moot.papers.PlanXlsx;
import moot.register.PracticeCode;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Plans as files to take away, and as maps for the pages. */
@Controller
class Downloads {
  /** About how far a line on the map may move, in metres, where the place is 100 km wide. */
  private static final double COARSENESS = 40;

  private final InSight inSight;

  Downloads(InSight inSight) {
    this.inSight = inSight;
  }

  @GetMapping("/forming/runs/{id}/plan.csv")
  ResponseEntity<StreamingResponseBody> csv(@PathVariable long id) {
    Plan plan = inSight.getAnswer(id).plan();
    return file("text/csv", name(id, plan, "csv"), out -> PlanCsv.write(plan, out));
  }

  @GetMapping("/forming/runs/{id}/plan.xlsx")
  ResponseEntity<StreamingResponseBody> xlsx(@PathVariable long id) {
    Answer answer = inSight.getAnswer(id);
    return file(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        name(id, answer.plan(), "xlsx"),
        out -> PlanXlsx.write(answer, out));
  }

  @GetMapping("/forming/runs/{id}/plan.pdf")
  ResponseEntity<StreamingResponseBody> pdf(@PathVariable long id) {
    Answer answer = inSight.getAnswer(id);
    return file(
        "application/pdf", name(id, answer.plan(), "pdf"), out -> PlanPdf.write(answer, out));
  }

  @GetMapping("/forming/runs/{id}/plan.json")
  ResponseEntity<StreamingResponseBody> json(@PathVariable long id) {
    Answer answer = inSight.getAnswer(id);
    return file(
        "application/json", name(id, answer.plan(), "json"), out -> PlanJson.write(answer, out));
  }

  @GetMapping("/forming/runs/{id}/plan-download.geojson")
  ResponseEntity<StreamingResponseBody> geoJson(@PathVariable long id) {
    Plan plan = inSight.getAnswer(id).plan();
    return file(
        "application/geo+json", name(id, plan, "geojson"), out -> PlanGeoJson.write(plan, out));
  }

  @GetMapping("/forming/runs/{id}/plan.geojson")
  ResponseEntity<StreamingResponseBody> planMap(@PathVariable long id) {
    return map(inSight.getAnswer(id).plan());
  }

  @GetMapping("/forming/runs/{id}/plan.svg")
  ResponseEntity<String> planDrawing(@PathVariable long id) {
    return drawing(inSight.getAnswer(id).plan());
  }

  @GetMapping("/forming/runs/{id}/beside/{key}.geojson")
  ResponseEntity<StreamingResponseBody> besideMap(@PathVariable long id, @PathVariable String key) {
    return map(Beside.get(inSight.getAnswer(id), key).plan());
  }

  /** With a ring round each practice that the run's own plan places otherwise. */
  @GetMapping("/forming/runs/{id}/beside/{key}.svg")
  ResponseEntity<String> besideDrawing(@PathVariable long id, @PathVariable String key) {
    Answer answer = inSight.getAnswer(id);
    Plan other = Beside.get(answer, key).plan();
    return drawing(other, Set.copyOf(Forming.compare(other, answer.plan()).moved()));
  }

  /** Today's networks as they were when the run was asked. */
  @GetMapping("/forming/runs/{id}/today.geojson")
  ResponseEntity<StreamingResponseBody> todayMap(@PathVariable long id) {
    Plan plan = inSight.getAnswer(id).plan();
    return map(Forming.today(plan.place(), plan.rules()));
  }

  @GetMapping("/forming/runs/{id}/today.svg")
  ResponseEntity<String> todayDrawing(@PathVariable long id) {
    Plan plan = inSight.getAnswer(id).plan();
    return drawing(Forming.today(plan.place(), plan.rules()));
  }

  @GetMapping("/forming/places/{code}/today.geojson")
  ResponseEntity<StreamingResponseBody> placeMap(@PathVariable String code) {
    return map(PlaceViews.today(inSight.getPlace(code)));
  }

  @GetMapping("/forming/places/{code}/today.svg")
  ResponseEntity<String> placeDrawing(@PathVariable String code) {
    return drawing(PlaceViews.today(inSight.getPlace(code)));
  }

  private static ResponseEntity<StreamingResponseBody> map(Plan plan) {
    NetworkAreas areas =
        plan.networks().isEmpty() ? null : NetworkAreas.of(plan, null).simplified(COARSENESS);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .cacheControl(CacheControl.noCache())
        .body(out -> buffered(out, to -> PlanGeoJson.write(plan, areas, to)));
  }

  private static ResponseEntity<String> drawing(Plan plan) {
    return drawing(plan, Set.of());
  }

  private static ResponseEntity<String> drawing(Plan plan, Set<PracticeCode> ringed) {
    if (plan.networks().isEmpty()) {
      throw new ToldToVisitors(
          404, "There is no network to draw. Maybe no practice is in one today?");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .body(PlanMap.of(plan, ringed).svg());
  }

  private static ResponseEntity<StreamingResponseBody> file(
      String type, String name, Writer writer) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment().filename(name).build().toString())
        .body(out -> buffered(out, writer));
  }

  private static void buffered(OutputStream out, Writer writer) throws IOException {
    BufferedOutputStream to = new BufferedOutputStream(out, 1 << 16);
    writer.write(to);
    to.flush();
  }

  private static String name(long id, Plan plan, String ending) {
    String place = plan.place().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "%s-plan-%d.%s".formatted(place, id, ending);
  }

  private interface Writer {
    void write(OutputStream out) throws IOException;
  }
}

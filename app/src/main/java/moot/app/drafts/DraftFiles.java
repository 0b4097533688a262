package moot.app.drafts;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import moot.app.access.Seat;
import moot.app.drafts.Rooms.Room;
import moot.app.web.ToldToVisitors;
import moot.formation.Forming;
import moot.formation.Plan;
import moot.formation.areas.NetworkAreas;
import moot.papers.Answer;
import moot.papers.PlanCsv;
import moot.papers.PlanGeoJson;
import moot.papers.PlanJson;
import moot.papers.PlanMap;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Drafts as files to take away, and as maps for their pages. */
@Controller
class DraftFiles {
  /** About how far a line on the map may move, in metres. */
  private static final double COARSENESS = 40;

  private static final int MOST_CELLS = 20;

  private final DraftDesk desk;
  private final Rooms rooms;
  private final DraftPlans plans;
  private final Map<String, byte[]> cells =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MOST_CELLS;
        }
      };

  DraftFiles(DraftDesk desk, Rooms rooms, DraftPlans plans) {
    this.plans = plans;
    this.desk = desk;
    this.rooms = rooms;
  }

  @GetMapping("/table/drafts/{id}/draft.csv")
  ResponseEntity<StreamingResponseBody> csv(
      Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version) {
    Draft draft = desk.get(seat, id);
    Plan plan = plans.of(draft, version);
    return file("text/csv", draft, version, "csv", out -> PlanCsv.write(plan, out));
  }

  @GetMapping("/table/drafts/{id}/draft.json")
  ResponseEntity<StreamingResponseBody> json(
      Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version) {
    Draft draft = desk.get(seat, id);
    Plan plan = plans.of(draft, version);
    Answer answer = Answer.of(plan).with(Forming.explain(plan));
    return file("application/json", draft, version, "json", out -> PlanJson.write(answer, out));
  }

  @GetMapping("/table/drafts/{id}/draft.svg")
  ResponseEntity<String> drawing(
      Seat seat, @PathVariable long id, @RequestParam @Nullable Integer version) {
    Plan plan = plans.of(desk.get(seat, id), version);
    if (plan.networks().isEmpty()) {
      throw new ToldToVisitors(
          404, "There is no network to draw. Maybe no practice is in one yet?");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .body(PlanMap.of(plan).svg());
  }

  /**
   * The place of a draft, a cell for each practice: the page gives each the look of its network, so
   * that a move needs no new map.
   */
  @GetMapping("/table/drafts/{id}/cells.geojson")
  ResponseEntity<byte[]> cells(Seat seat, @PathVariable long id) {
    Draft draft = desk.get(seat, id);
    Room room = rooms.at(draft.place(), draft.rules());
    String key = draft.place() + " " + room.state();
    byte[] drawn;
    synchronized (cells) {
      drawn = cells.get(key);
    }
    if (drawn == null) {
      drawn = drawn(room);
      synchronized (cells) {
        cells.put(key, drawn);
      }
    }
    CRC32 sum = new CRC32();
    sum.update(drawn);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(Long.toHexString(sum.getValue()))
        .body(drawn);
  }

  private static byte[] drawn(Room room) {
    Map<PracticeCode, String> alone = new TreeMap<>();
    room.known().forEach(practice -> alone.put(practice, practice.value()));
    Plan plan = Forming.priced(room.place(), room.drafting().rules(), alone);
    NetworkAreas areas = NetworkAreas.of(plan, null).simplified(COARSENESS);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    try {
      PlanGeoJson.write(plan, areas, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static ResponseEntity<StreamingResponseBody> file(
      String type, Draft draft, @Nullable Integer version, String ending, Writer writer) {
    String name = draft.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(
                    "draft-%d-%s-version-%d.%s"
                        .formatted(
                            draft.id(), name, version == null ? draft.current() : version, ending))
                .build()
                .toString())
        .body(out -> buffered(out, writer));
  }

  private static void buffered(OutputStream out, Writer writer) throws IOException {
    BufferedOutputStream to = new BufferedOutputStream(out, 1 << 16);
    writer.write(to);
    to.flush();
  }

  private interface Writer {
    void write(OutputStream out) throws IOException;
  }
}

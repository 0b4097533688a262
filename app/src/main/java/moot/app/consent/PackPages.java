package moot.app.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import moot.app.access.Seat;
import moot.formation.Plan;
import moot.papers.PlanMap;
import moot.papers.RegistrationPack;
import moot.papers.RegistrationPackData;
import moot.papers.RegistrationPackPdf;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be taken away of a proposal: its map, and the registration pack of what was sealed. */
@Controller
class PackPages {
  private final Proposals proposals;
  private final PackDesk packs;
  private final Today today;

  PackPages(Proposals proposals, PackDesk packs, Today today) {
    this.proposals = proposals;
    this.packs = packs;
    this.today = today;
  }

  @GetMapping("/table/consent/{id}/map.svg")
  ResponseEntity<String> map(Seat seat, @PathVariable long id) {
    Plan plan = packs.getPlan(proposals.get(seat, id), today.get());
    return ResponseEntity.ok()
        .contentType(new MediaType("image", "svg+xml", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(PlanMap.of(plan).svg());
  }

  @GetMapping("/table/consent/{id}/registration-pack.pdf")
  ResponseEntity<byte[]> pdf(Seat seat, @PathVariable long id) {
    return file(seat, id, "pdf", "application/pdf", RegistrationPackPdf::write);
  }

  @GetMapping("/table/consent/{id}/registration-pack.json")
  ResponseEntity<byte[]> json(Seat seat, @PathVariable long id) {
    return file(seat, id, "json", "application/json", RegistrationPackData::writeJson);
  }

  @GetMapping("/table/consent/{id}/registration-pack.csv")
  ResponseEntity<byte[]> csv(Seat seat, @PathVariable long id) {
    return file(seat, id, "csv", "text/csv;charset=UTF-8", RegistrationPackData::writeCsv);
  }

  private interface Writer {
    void write(RegistrationPack pack, ByteArrayOutputStream out) throws IOException;
  }

  private ResponseEntity<byte[]> file(
      Seat seat, long id, String ending, String type, Writer writer) {
    Matter matter = proposals.get(seat, id);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(packs.getSealed(seat, matter, today.get()), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String place =
        matter.proposal().placeName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename("%s-registration-pack-%d.%s".formatted(place, id, ending))
                .build()
                .toString())
        .body(out.toByteArray());
  }
}

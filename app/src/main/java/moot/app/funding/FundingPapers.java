package moot.app.funding;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import moot.papers.ArrearsCsv;
import moot.papers.Funded;
import moot.papers.FundingSummary;
import moot.papers.PaymentsCsv;
import moot.papers.PaymentsXlsx;
import moot.papers.TraceJson;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A year of a place as files to take away: the same that {@code ./moot fund} writes. */
@Controller
class FundingPapers {
  private final FundingDesk desk;

  FundingPapers(FundingDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/funding/places/{code}/payments.csv")
  ResponseEntity<StreamingResponseBody> csv(
      @PathVariable String code, @RequestParam Map<String, String> fields) {
    return file(code, fields, "text/csv;charset=UTF-8", "payments.csv", PaymentsCsv::write);
  }

  @GetMapping("/funding/places/{code}/arrears.csv")
  ResponseEntity<StreamingResponseBody> arrears(
      @PathVariable String code, @RequestParam Map<String, String> fields) {
    return file(code, fields, "text/csv;charset=UTF-8", "arrears.csv", ArrearsCsv::write);
  }

  @GetMapping("/funding/places/{code}/payments.xlsx")
  ResponseEntity<StreamingResponseBody> xlsx(
      @PathVariable String code, @RequestParam Map<String, String> fields) {
    return file(
        code,
        fields,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "payments.xlsx",
        PaymentsXlsx::write);
  }

  @GetMapping("/funding/places/{code}/trace.json")
  ResponseEntity<StreamingResponseBody> trace(
      @PathVariable String code, @RequestParam Map<String, String> fields) {
    return file(code, fields, MediaType.APPLICATION_JSON_VALUE, "trace.json", TraceJson::write);
  }

  @GetMapping("/funding/places/{code}/summary.json")
  ResponseEntity<StreamingResponseBody> summary(
      @PathVariable String code, @RequestParam Map<String, String> fields) {
    return file(
        code, fields, MediaType.APPLICATION_JSON_VALUE, "summary.json", FundingSummary::write);
  }

  private interface Writer {
    void write(Funded funded, OutputStream out) throws IOException;
  }

  private ResponseEntity<StreamingResponseBody> file(
      String code, Map<String, String> fields, String type, String name, Writer writer) {
    Funded funded = desk.ask(code, desk.read(fields).orRefuse()).funded();
    String place = funded.place().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename("%s-%s-%s".formatted(place, Asked.word(funded.year()), name))
                .build()
                .toString())
        .body(
            out -> {
              BufferedOutputStream to = new BufferedOutputStream(out, 1 << 16);
              writer.write(funded, to);
              to.flush();
            });
  }
}

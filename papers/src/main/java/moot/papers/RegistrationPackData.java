package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.papers.RegistrationPack.Member;
import moot.papers.RegistrationPack.Network;
import moot.papers.RegistrationPack.RegisteredList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code registration-pack.json} and {@code .csv}: the same as the pack on paper. */
public final class RegistrationPackData {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private RegistrationPackData() {}

  /** Days as in 2026-04-01; what is not yet known is {@code null}. Leaves the stream open. */
  public static void writeJson(RegistrationPack pack, OutputStream out) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("place", pack.placeCode());
    document.put("placeName", pack.placeName());
    document.put("title", pack.title());
    document.put("subject", pack.subject());
    document.put("asked", pack.asked());
    document.put("rule", pack.rule());
    document.put("result", pack.result());
    document.put("sealedOn", pack.sealedOn().toString());
    document.put("effectiveOn", pack.effectiveOn().toString());
    document.put("listDay", pack.listDay().toString());
    document.put("changes", pack.steps());
    document.put("journalEntry", pack.journalEntry());
    document.put("journalHash", pack.journalHash());
    document.put("networks", pack.networks().stream().map(RegistrationPackData::network).toList());
    document.put("scheduleNote", NetworkAgreementOutline.NOTE);
    document.put("schedules", NetworkAgreementOutline.SCHEDULES);
    try {
      JSON.writeValue(out, document);
      out.write('\n');
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException io
          ? io
          : new IOException(e.getOriginalMessage(), e);
    }
  }

  private static Map<String, @Nullable Object> network(Network network) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", network.name());
    fields.put("odsCode", network.provisional() ? null : network.code());
    fields.put("provisionalCode", network.provisional() ? network.code() : null);
    fields.put("clinicalDirector", network.clinicalDirector());
    fields.put("nominatedPayee", network.nominatedPayee());
    List<Map<String, @Nullable Object>> members = new ArrayList<>();
    for (Member member : network.members()) {
      Map<String, @Nullable Object> of = new LinkedHashMap<>();
      of.put("odsCode", member.code());
      of.put("name", member.name());
      of.put("before", member.before());
      RegisteredList list = member.list();
      of.put("registeredList", list == null ? null : list.patients());
      of.put("registeredOn", list == null ? null : list.on().toString());
      of.put("source", list == null ? null : list.source());
      members.add(of);
    }
    fields.put("members", members);
    return fields;
  }

  /** One row per member practice. Leaves the stream open. */
  public static void writeCsv(RegistrationPack pack, OutputStream out) throws IOException {
    PlanCsv.table(
        out,
        csv -> {
          csv.writeRecord(
              "network_code",
              "code_is_provisional",
              "network_name",
              "practice_code",
              "practice_name",
              "registered_list",
              "registered_on",
              "list_source",
              "effective_on",
              "clinical_director",
              "nominated_payee");
          for (Network network : pack.networks()) {
            for (Member member : network.members()) {
              RegisteredList list = member.list();
              csv.writeRecord(
                  network.code(),
                  network.provisional() ? "yes" : "no",
                  plain(network.name()),
                  member.code(),
                  plain(member.name()),
                  list == null ? "" : Integer.toString(list.patients()),
                  list == null ? "" : list.on().toString(),
                  list == null ? "" : plain(list.source()),
                  pack.effectiveOn().toString(),
                  plain(network.clinicalDirector()),
                  plain(network.nominatedPayee()));
            }
          }
        });
  }

  /** A spreadsheet takes what begins so for a formula; these cells were typed by people. */
  private static String plain(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}

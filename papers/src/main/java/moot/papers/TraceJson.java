package moot.papers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import moot.funding.Trace;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.Priced;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** {@code trace.json}: for each payee and term where its amount comes from. */
public final class TraceJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .build();

  private TraceJson() {}

  /**
   * @param amount pence
   */
  record Traced(String contract, String term, String payee, long amount, Step trace) {}

  /** A {@link Trace} with its mark as the sign that rule packs use. */
  record Step(
      String what,
      String value,
      @Nullable String how,
      @Nullable String mark,
      List<String> sources,
      List<Step> parts) {
    static Step of(Trace trace) {
      return new Step(
          trace.what(),
          trace.value(),
          trace.how(),
          trace.mark() == null ? null : trace.mark().sign(),
          trace.sources(),
          trace.parts().stream().map(Step::of).toList());
    }
  }

  /** A list, one derivation at a time, as there can be many; leaves the stream open. */
  public static void write(Funded funded, OutputStream out) throws IOException {
    try (SequenceWriter list = MAPPER.writer().writeValuesAsArray(out)) {
      for (Priced contract : funded.priced()) {
        for (Entitlement entitlement : contract.entitlements()) {
          list.write(
              new Traced(
                  contract.pack().contract(),
                  entitlement.term().id(),
                  entitlement.payee().code(),
                  entitlement.total().pence(),
                  Step.of(entitlement.trace())));
        }
      }
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
  }
}

package moot.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code plan.json}: an answer in full, so that anyone can recompute it. Numbers are written with
 * every digit they have. What is confidential (what practices think of each other) is not written.
 */
public final class PlanJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private PlanJson() {}

  /** Writes UTF-8 and leaves the stream open. */
  public static void write(Answer answer, OutputStream out) throws IOException {
    try {
      MAPPER.writeValue(out, PlanDocumentWriting.document(answer));
      out.write('\n');
    } catch (JacksonException e) {
      throw asIo(e);
    }
  }

  /**
   * Reads back what {@link #write} wrote. What was not written is not there: preferences, and where
   * each practice's patients live.
   *
   * @throws UnreadablePlan when it is not a {@code plan.json}, with line, column and what was
   *     expected
   */
  public static Answer read(InputStream in) throws IOException {
    PlanDocument document;
    try {
      document = MAPPER.readValue(in, PlanDocument.class);
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new UnreadablePlan(
          "plan.json, line %d, column %d: %s. Maybe the file was cut short or is another one?"
              .formatted(
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
    try {
      return PlanDocumentReading.answer(document);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new UnreadablePlan(
          "plan.json: %s. Maybe it was edited by hand or written by another version?"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static IOException asIo(JacksonException e) {
    return e.getCause() instanceof IOException io ? io : new IOException(e.getOriginalMessage(), e);
  }

  /** The file is not one that {@link PlanJson} wrote. */
  public static final class UnreadablePlan extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadablePlan(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

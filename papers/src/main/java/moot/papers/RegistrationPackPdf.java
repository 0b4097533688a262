package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** {@code registration-pack.pdf}: what is handed in, on A4. */
public final class RegistrationPackPdf {
  private RegistrationPackPdf() {}

  /** Leaves the stream open. */
  public static void write(RegistrationPack pack, OutputStream out) throws IOException {
    PlanPdf.write(
        Pages.text("registration.jte", Map.of("page", new RegistrationPackPage(pack))), out);
  }
}

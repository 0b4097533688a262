package moot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A terminal in memory: type a command, read what came out. */
final class Terminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  int type(String... args) {
    return Moot.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}

package moot.register.reading;

import moot.register.Fact;

/** Takes facts as they are read. */
@FunctionalInterface
public interface FactSink {
  void accept(Fact fact);
}

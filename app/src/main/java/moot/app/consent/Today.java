package moot.app.consent;

import java.time.LocalDate;

/** Tells which day it is, by which proposals close. */
@FunctionalInterface
interface Today {
  LocalDate get();
}

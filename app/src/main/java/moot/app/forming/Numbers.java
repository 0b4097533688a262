package moot.app.forming;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import moot.formation.FormingPlace;

/** Figures and times as the pages say them. */
public final class Numbers {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.systemDefault());

  private Numbers() {}

  /** Registered patients of all practices. */
  static int patients(FormingPlace place) {
    return place.practices().stream().mapToInt(practice -> practice.registeredList()).sum();
  }

  public static String time(Instant instant) {
    return TIME.format(instant);
  }
}

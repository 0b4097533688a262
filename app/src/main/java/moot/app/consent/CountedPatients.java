package moot.app.consent;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moot.app.register.RegisterStore.RegisteredList;
import moot.register.PracticeCode;
import moot.voice.consent.Days;
import org.jspecify.annotations.Nullable;

/**
 * By how many patients each practice counts.
 *
 * @param lists the newest registered lists, by practice
 */
record CountedPatients(Map<PracticeCode, RegisteredList> lists) {

  /**
   * The patients of a practice.
   *
   * @param otherwise its list as the register sums it up, where no list is at hand
   */
  int of(PracticeCode code, @Nullable Integer otherwise) {
    RegisteredList list = lists.get(code);
    return list != null ? list.patients() : otherwise == null ? 0 : otherwise;
  }

  /** Of which day the lists are. */
  String inWords(List<ProposedPractice> practices) {
    List<LocalDate> days =
        practices.stream()
            .map(practice -> lists.get(practice.code()))
            .filter(Objects::nonNull)
            .map(RegisteredList::on)
            .sorted(Comparator.naturalOrder())
            .distinct()
            .toList();
    return switch (days.size()) {
      case 0 -> "No registered lists are known, so each practice counts for no patients.";
      case 1 -> "Patients are the registered lists of %s.".formatted(Days.inWords(days.getFirst()));
      default ->
          "Patients are each practice's newest registered list, of %s to %s."
              .formatted(Days.inWords(days.getFirst()), Days.inWords(days.getLast()));
    };
  }
}

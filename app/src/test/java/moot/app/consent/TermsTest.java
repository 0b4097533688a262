package moot.app.consent;

import moot.register.PracticeCode;
import moot.voice.consent.Change;
import moot.voice.consent.Terms;
import org.junit.jupiter.api.Test;

/** The terms on which something is put. */
class TermsTest extends ConsentOnMereshire {
  @Test
  void termsThatMakeNoSenseAreRefused() {
    refused(
        400,
        "is over",
        () ->
            desk.putting()
                .plan(facilitator, 7, new Terms("x", ALL, TODAY.minusDays(1), TODAY.plusDays(9))));
    refused(
        400,
        "before the closing date",
        () ->
            desk.putting().plan(facilitator, 7, new Terms("x", ALL, CLOSES, CLOSES.minusDays(1))));
    refused(
        400,
        "expected 1 to",
        () -> desk.putting().plan(facilitator, 7, new Terms(" ", ALL, CLOSES, CLOSES)));
    refused(
        400,
        "expected the code of a practice",
        () ->
            desk.putting()
                .change(facilitator, new Change.Leave(new PracticeCode("NOPE")), terms(ALL)));
  }
}

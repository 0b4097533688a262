package moot.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part of the cost of the small place's networks, worked by hand. */
class PricingTest {
  private static final Set<String> N01 = Set.of("P1", "P2", "P3");
  private static final Set<String> N02 = Set.of("P4", "P5");

  @TempDir Path dir;

  @BeforeEach
  void write() throws IOException {
    SmallPlace.write(dir);
    Files.writeString(
        dir.resolve("patients-by-area.csv"),
        """
        practice_code,lsoa_code,patients
        P1,A,6000
        P1,B,4000
        P2,A,12000
        P3,B,1000
        P3,C,10000
        P4,D,20000
        P5,D,9000
        """);
    Files.writeString(
        dir.resolve("preferences.csv"),
        """
        of,about,dislike
        P5,P4,0.4
        P1,P3,-0.2
        P1,P4,1
        """);
  }

  /** (10,000 + 11,000) · 1 km to P2; 9,000 · 2 km to P4; 1,000 short at 20 km each. */
  @Test
  void travelAndShortfall() throws IOException {
    assertThat(part(Part.TRAVEL, 1, N01)).isEqualTo(21);
    assertThat(part(Part.TRAVEL, 1, N02)).isEqualTo(18);
    assertThat(part(Part.SHORTFALL, 20, N01)).isZero();
    assertThat(part(Part.SHORTFALL, 20, N02)).isEqualTo(20);
  }

  /** N01: T1 has 22,000 there, T2 11,000. N02: T2 alone, and P5 is in no network today. */
  @Test
  void tiesCountThoseOutsideTheLargestOldGroup() throws IOException {
    assertThat(part(Part.TIES, 0.5, N01)).isEqualTo(5.5);
    assertThat(part(Part.TIES, 0.5, N02)).isZero();
  }

  /**
   * P3 and P4 are under two councils; P5's sub-ICB location is not known and so does not differ.
   */
  @Test
  void boundaryCountsEverybodyInANetworkThatStraddles() throws IOException {
    assertThat(part(Part.BOUNDARY, 1, N01)).isZero();
    assertThat(part(Part.BOUNDARY, 1, N02)).isZero();
    assertThat(part(Part.BOUNDARY, 1, Set.of("P3", "P4"))).isEqualTo(31);
  }

  /** The middle of the band is 40,000. */
  @Test
  void evenSizeCountsTheWayToTheMiddle() throws IOException {
    assertThat(part(Part.EVEN_SIZE, 1, N01)).isEqualTo(7);
    assertThat(part(Part.EVEN_SIZE, 1, N02)).isEqualTo(11);
  }

  /**
   * The place's mean over those whose need is known: (10 · 10 + 20 · 12 + 30 · 11 + 40 · 20) / 53 =
   * 1,470 / 53. N01's: 670 / 33. N02's: 40, P5's not being known, but P5's patients count.
   */
  @Test
  void evenNeedCountsTheWayToThePlacesMean() throws IOException {
    assertThat(part(Part.EVEN_NEED, 1, N01))
        .isCloseTo(33 * (1470.0 / 53 - 670.0 / 33), within(1e-9));
    assertThat(part(Part.EVEN_NEED, 1, N02)).isCloseTo(29 * (40 - 1470.0 / 53), within(1e-9));
  }

  @Test
  void perNetworkIsTheSameForAll() throws IOException {
    assertThat(part(Part.PER_NETWORK, 3, N01)).isEqualTo(3);
  }

  /** In A and B two members have patients; C is P3's alone. D is shared, unless P5 is alone. */
  @Test
  void overlapCountsThoseWhereNoOtherMemberHasPatients() throws IOException {
    assertThat(part(Part.OVERLAP, 1, N01)).isEqualTo(10);
    assertThat(part(Part.OVERLAP, 1, N02)).isZero();
    assertThat(part(Part.OVERLAP, 1, Set.of("P5"))).isEqualTo(9);
  }

  /** P5 about P4: 9,000 · 0.4. P1 about P3: 10,000 · −0.2; about P4 only when they share. */
  @Test
  void preferencesCountThePatientsOfTheOneWhoHasThem() throws IOException {
    assertThat(part(Part.PREFERENCES, 1, N02)).isCloseTo(3.6, within(1e-9));
    assertThat(part(Part.PREFERENCES, 1, N01)).isCloseTo(-2, within(1e-9));
  }

  private double part(Part part, double weight, Set<String> network) throws IOException {
    Map<Part, Double> weights = new EnumMap<>(Part.class);
    weights.put(part, weight);
    Rules rules = new Rules(30_000, 50_000, false, weights, 0, 9, List.of(), false, true, false);
    Place place = InputReading.place(dir, dir.resolve("preferences.csv"));
    Map<Part, Double> parts = new Pricing(place, rules, place.practices().keySet()).parts(network);
    for (Part other : Part.values()) {
      if (other != part) {
        assertThat(parts.get(other)).as("%s without weight", other).isEqualTo(0.0);
      }
    }
    return parts.getOrDefault(part, Double.NaN);
  }
}

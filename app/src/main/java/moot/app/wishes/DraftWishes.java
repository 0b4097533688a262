package moot.app.wishes;

import java.util.List;
import moot.papers.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a draft comes to for those who said what they want.
 *
 * @param own for the practice that looks; null for other parties
 * @param weighed what the last weighing found; null when there was none
 * @param stable whether, counting distances and what is published, no group would rather leave
 * @param stableProved whether all groups were looked at
 * @param anyPublished whether any wish is published
 * @param doors for each practice that may come later
 * @param until the last day, in words; empty for none
 * @param untilDay the same such as 2027-03-31; empty for none
 * @param mayWeigh whether whoever looks may have it weighed
 * @param mayComplete whether whoever looks may have the rest completed with what practices want
 * @param maySetUntil whether whoever looks says until when doors stay open
 */
public record DraftWishes(
    long id,
    String name,
    boolean shared,
    int version,
    @Nullable Own own,
    @Nullable Weighed weighed,
    boolean stable,
    boolean stableProved,
    boolean anyPublished,
    List<Doors> doors,
    String until,
    String untilDay,
    boolean mayWeigh,
    boolean mayComplete,
    boolean maySetUntil) {
  /** Says nothing of what it holds: this may end up in a log. */
  @Override
  public String toString() {
    return "DraftWishes[…]";
  }

  /**
   * How far the draft meets what the practice that looks has said.
   *
   * @param percent of its wishes by strength; null when it has none
   */
  public record Own(String practice, @Nullable Integer percent, List<OwnWish> wishes) {}

  /** One wish of the practice that looks. */
  public record OwnWish(String about, String wish, boolean met) {}

  /**
   * What the last weighing found.
   *
   * @param tenths how much of what a practice wants is met, in tenths
   * @param proved whether all groups were looked at; false for all but the facilitator
   * @param groupsCount how many groups would rather form another network; 0 for all but the
   *     facilitator
   * @param groups who would all rather form another network, by name; null for all but the
   *     facilitator
   */
  public record Weighed(
      int version,
      String when,
      int tenths,
      boolean proved,
      long groupsCount,
      @Nullable List<String> groups) {}

  /**
   * A practice that may come later.
   *
   * @param code of ODS
   * @param why it stands here, in words
   * @param onlyYou whether nobody else sees that it stands here
   */
  public record Doors(
      String code, String practice, String why, boolean onlyYou, List<DoorLine> open) {}

  /**
   * A network that could take it.
   *
   * @param patientsBefore of the network without it, and {@code patients} with it
   * @param extraCost what the whole draft would cost more (negative: less), thousand patient-km
   * @param hub what becomes of the hub, in words
   * @param km from the practice to the hub
   * @param leaves the network that it would leave, in words; empty for none
   */
  public record DoorLine(
      String network,
      int patientsBefore,
      int patients,
      double extraCost,
      String hub,
      double km,
      String leaves) {
    public String size() {
      return "%s → %s".formatted(Wording.whole(patientsBefore), Wording.whole(patients));
    }

    public String costInWords() {
      return Wording.extra(extraCost);
    }

    public String kmInWords() {
      return Wording.km(km);
    }
  }
}

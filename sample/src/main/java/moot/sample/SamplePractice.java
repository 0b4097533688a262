package moot.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A practice of Mereshire.
 *
 * @param premises the name of premises that it shares; empty when it has its own
 * @param area the small area that the site lies in
 * @param subLocation the sub-ICB location that it belongs to
 * @param registeredList patients on {@link Mereshire#LISTS_AT}
 * @param lastYearsList patients a year earlier
 * @param adjustedPopulation list adjusted by need, in patients
 * @param weightedList list weighted by workload, in patients with two decimals
 * @param need mean deprivation score of its patients' small areas
 * @param network today's network; null for none
 * @param contract GMS or PMS
 * @param rural whether it lies in the country; a rural practice may dispense
 * @param nursingBeds care home beds with nursing in homes that it looks after
 * @param residentialBeds care home beds without nursing
 */
public record SamplePractice(
    PracticeCode code,
    String name,
    String premises,
    String settlement,
    String postcode,
    Position site,
    LsoaCode area,
    CouncilCode council,
    String subLocation,
    int registeredList,
    int lastYearsList,
    int adjustedPopulation,
    BigDecimal weightedList,
    double need,
    AgeCounts ages,
    @Nullable NetworkCode network,
    String contract,
    boolean rural,
    boolean dispensing,
    LocalDate opened,
    int nursingBeds,
    int residentialBeds) {
  /** All care home beds. */
  public int careHomeBeds() {
    return nursingBeds + residentialBeds;
  }
}

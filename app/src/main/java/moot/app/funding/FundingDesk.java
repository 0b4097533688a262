package moot.app.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.app.access.Sight;
import moot.app.register.FundedPlaces;
import moot.app.register.PlaceSummary;
import moot.app.register.RegisterStore;
import moot.app.register.Statements;
import moot.app.register.UnknownPlace;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.income.Statement;
import moot.funding.packs.Packs;
import moot.funding.pricing.Achievement;
import moot.funding.pricing.MembershipRule;
import moot.funding.terms.Pack;
import moot.papers.Funded;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;

/** Has the engine price what the register knows, for visitors who may look at the place. */
@Component
public class FundingDesk {
  private static final int KEPT = 24;

  private final RegisterStore register;
  private final FundedPlaces places;
  private final Statements statements;
  private final Sight sight;
  private final Clock clock = Clock.systemDefaultZone();

  /** What was read of places, while the register stays as it is. */
  private final Map<List<Object>, Object> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Object> eldest) {
          return size() > KEPT;
        }
      };

  FundingDesk(RegisterStore register, FundedPlaces places, Statements statements, Sight sight) {
    this.register = register;
    this.places = places;
    this.statements = statements;
    this.sight = sight;
  }

  List<Pack> listPacks() {
    return Packs.shipped().list();
  }

  /** That there are rule packs of, the earliest first. */
  List<FinancialYear> listYears() {
    return listPacks().stream().map(Pack::year).distinct().sorted().toList();
  }

  Asked read(Map<String, String> fields) {
    return Asked.read(fields, listYears(), LocalDate.now(clock));
  }

  List<PlaceSummary> listPlaces() {
    var reach = sight.reach();
    return register.listPlaces().stream().filter(place -> reach.test(place.code())).toList();
  }

  /** The code of a place in sight. */
  PlaceCode getPlace(String code) {
    try {
      PlaceCode place = new PlaceCode(code);
      if (sight.reaches(place)) {
        return place;
      }
      throw new UnknownPlace(place);
    } catch (IllegalArgumentException e) {
      throw new ToldToVisitors(404, String.valueOf(e.getMessage()));
    }
  }

  /** What was asked of a place in sight. */
  AskedYear ask(String code, Asked asked) {
    return ask(code, asked, List.of());
  }

  /** The same, where the payee of a page achieves what was asked. */
  AskedYear ask(String code, Asked asked, String payee) {
    return ask(code, asked, asked.achievedBy(payee));
  }

  private AskedYear ask(String code, Asked asked, List<Achievement> said) {
    PlaceCode place = getPlace(code);
    FundedPlaces.Found found = found(place, asked.year(), asked.rule());
    return new AskedYear(
        place,
        asked,
        Funded.of(
            found.place(),
            asked.year(),
            Packs.shipped().list(asked.year()),
            asked.rates(),
            asked.arrearsFrom(),
            asked.arrearsTo(),
            asked.rule(),
            said,
            found.remarks()));
  }

  /** A place as a year is paid, kept while the register stays as it is. */
  public FundedPlaces.Found found(PlaceCode place, FinancialYear year, MembershipRule rule) {
    List<Object> key = List.of(register.state(), place, year, rule);
    synchronized (kept) {
      if (kept.get(key) instanceof FundedPlaces.Found known) {
        return known;
      }
    }
    FundedPlaces.Found found = places.getFundedPlace(place, year, rule);
    synchronized (kept) {
      kept.put(key, found);
    }
    return found;
  }

  /** What was paid there, a statement for each year, the earliest first. */
  List<Statement> listStatements(PlaceCode place) {
    return statements.list(place);
  }

  String name(PlaceCode place) {
    return register.findName(place).orElse(place.value());
  }
}

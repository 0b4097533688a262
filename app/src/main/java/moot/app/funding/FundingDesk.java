package moot.app.funding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import moot.funding.pricing.Achieved;
import moot.funding.pricing.Arrears;
import moot.funding.pricing.MembershipRule;
import moot.funding.pricing.Priced;
import moot.funding.pricing.Pricing;
import moot.funding.pricing.RateChoice;
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
    PlaceCode place = getPlace(code);
    return new AskedYear(place, asked, fund(place, asked));
  }

  /** What all contracts of the year come to there. */
  private Funded fund(PlaceCode place, Asked asked) {
    FundedPlaces.Found found = found(place, asked.year(), asked.rule());
    List<Priced> priced = new ArrayList<>();
    List<Arrears> arrears = new ArrayList<>();
    for (Pack pack : Packs.shipped().list(asked.year())) {
      priced.add(price(pack, asked.rates(), asked.rule(), found));
      arrears.add(
          Arrears.between(
              price(pack, RateChoice.AS_ANNOUNCED, asked.rule(), found),
              price(pack, RateChoice.AS_PAID, asked.rule(), found)));
    }
    return new Funded(
        found.place(),
        asked.year(),
        asked.rates().inWords(),
        asked.rule(),
        priced,
        arrears,
        found.remarks());
  }

  private static Priced price(
      Pack pack, RateChoice rates, MembershipRule rule, FundedPlaces.Found found) {
    return new Pricing(pack, rates, rule, Achieved.NOTHING_SAID).price(found.place());
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

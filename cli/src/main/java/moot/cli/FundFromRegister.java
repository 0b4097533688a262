package moot.cli;

import java.io.PrintWriter;
import java.util.List;
import moot.app.database.Database;
import moot.app.register.FundedPlaces;
import moot.app.register.RegisterStore;
import moot.app.register.UnknownPlace;
import moot.funding.FinancialYear;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.MembershipRule;
import moot.register.PlaceCode;

/** A place's practices, lists and memberships as the register knows them. */
final class FundFromRegister {
  private FundFromRegister() {}

  /**
   * @param remarks takes what a reader must know of the lists
   */
  static FundedPlace place(
      PlaceCode code,
      FinancialYear year,
      MembershipRule rule,
      List<String> remarks,
      PrintWriter err) {
    try (Database database = Listening.openDatabase(err)) {
      RegisterStore register = new RegisterStore(database.dataSource());
      FundedPlaces.Found found =
          new FundedPlaces(database.dataSource(), register).getFundedPlace(code, year, rule);
      remarks.addAll(found.remarks());
      return found.place();
    } catch (UnknownPlace e) {
      throw new UserError(
          "--place \"%s\": the register has no such place. Maybe import its files first (./moot import FILE…), or give FILE?"
              .formatted(code));
    }
  }
}

package moot.funding.roles;

import java.time.LocalDate;
import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.terms.DatedRate;
import moot.funding.terms.RoleMaximum;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** Small cases to write tests with. */
final class Drawn {
  static final FinancialYear Y19 = new FinancialYear(2019);
  static final FinancialYear Y23 = new FinancialYear(2023);
  static final FinancialYear Y24 = new FinancialYear(2024);

  private Drawn() {}

  static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  static Member member(String code, long list) {
    return new Member(new PracticeCode(code), "Practice " + code, list);
  }

  /** Lists of 20,000, 20,000 and 10,000. */
  static List<Member> three() {
    return List.of(member("A1", 20_000), member("B2", 20_000), member("C3", 10_000));
  }

  static DatedRate rate(String pounds, String from, String to) {
    return new DatedRate(
        Rate.ofPounds(pounds), day(from), day(to), null, Mark.READ, List.of("BMA"), null);
  }

  static RoleMaximum maximum(String role, int percent, DatedRate... rates) {
    return new RoleMaximum(role, role, null, null, percent, List.of(rates), null, null);
  }

  static RoleMaximum capped(RoleMaximum of, @Nullable Integer most, @Nullable Integer mostIfLarge) {
    return new RoleMaximum(
        of.role(), of.title(), null, null, of.percent(), of.rates(), most, mostIfLarge);
  }

  static RoleBudget budget(FinancialYear year, String sum, RoleMaximum... maxima) {
    return RoleBudget.of(
        year, RoleBudget.Pot.forAll(year, pounds(sum), Mark.READ, List.of("BMA")), List.of(maxima));
  }

  static Money pounds(String pounds) {
    return Money.ofPounds(new java.math.BigDecimal(pounds));
  }

  static Quantity q(String amount) {
    return Quantity.of(new java.math.BigDecimal(amount));
  }

  /** A plan of the network Mere, of three practices, for 2024/25. */
  static RolePlan mere(Post... posts) {
    return RolePlan.of("Mere", three(), Y24, List.of(posts));
  }
}

package moot.funding.roles;

import static moot.funding.roles.Between.exactly;
import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.maximum;
import static moot.funding.roles.Drawn.mere;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import moot.funding.Quantity;
import moot.funding.terms.RoleMaximum;
import org.junit.jupiter.api.Test;

/** What will be left of the sum, and what it could still buy. */
class RoleForecastTest {
  /** £30,000 left on 31 December, £4,000 a month for one: 2.5 for the three months left. */
  @Test
  void whatIsLeftCouldStillBuy() {
    RoleMaximum maximum = maximum("p", 100, rate("48000", "2024-04-01", "2025-03-31"));
    Post held = Post.of("1", "p", Quantity.of(1), day("2024-04-01"), pounds("48000"), q("0"));
    Post toCome = Post.of("2", "p", Quantity.of(1), day("2025-02-01"), pounds("48000"), q("0"));
    RolePlan plan = mere(held, toCome);

    RoleForecast forecast =
        RoleForecast.of(plan, budget(Y24, "86000", maximum), day("2024-12-31"), null);

    assertThat(forecast.unspent()).isEqualTo(exactly(pounds("30000")));
    assertThat(forecast.ifLate())
        .containsExactly(
            exactly(pounds("34000")), exactly(pounds("38000")), exactly(pounds("38000")));
    RoleForecast.CouldBuy line = forecast.couldBuy().getFirst();
    assertThat(line.months()).isEqualTo(3);
    assertThat(line.each()).isEqualTo(pounds("12000"));
    assertThat(line.wte()).isEqualTo(q("2.5"));
    assertThat(line.oneMonths()).isEqualTo(3);
    assertThatThrownBy(
            () -> RoleForecast.of(plan, budget(Y24, "86000", maximum), day("2025-04-01"), null))
        .hasMessageContaining("Maybe another year is meant");
  }
}

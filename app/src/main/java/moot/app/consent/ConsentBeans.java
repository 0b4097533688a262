package moot.app.consent;

import java.time.LocalDate;
import moot.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What consent adds to the application. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ConsentBeans {
  @Bean
  Today today() {
    return LocalDate::now;
  }

  @Bean
  NavigationItem consentNavigation() {
    return new NavigationItem(60, "Consent", "/table/consent");
  }
}

package moot.app.imports;

import java.time.Duration;
import moot.app.web.NavigationItem;
import moot.app.web.Visitors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.util.unit.DataSize;

/** What the import page adds to the application. */
@Configuration(proxyBeanMethods = false)
class ImportBeans {
  private static final int MOST_FILES = 60;
  private static final int AT_ONCE = 4;

  @Bean
  NavigationItem importNavigation() {
    return new NavigationItem(200, "Import", "/imports");
  }

  /** Once it is known who asks, and before the form's token is looked for among its fields. */
  @Bean
  Customizer<HttpSecurity> uploads(
      @Value("${moot.upload.size:600MB}") DataSize size,
      @Value("${moot.upload.time:10m}") Duration time,
      Visitors visitors) {
    UploadFilter filter =
        new UploadFilter(new UploadLimits(size.toBytes(), time, MOST_FILES, AT_ONCE), visitors);
    return http -> http.addFilterBefore(filter, CsrfFilter.class);
  }
}

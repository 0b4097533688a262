package moot.app.imports;

import java.time.Duration;
import moot.app.web.NavigationItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
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

  @Bean
  FilterRegistrationBean<UploadFilter> uploadFilter(
      @Value("${moot.upload.size:600MB}") DataSize size,
      @Value("${moot.upload.time:10m}") Duration time) {
    FilterRegistrationBean<UploadFilter> filter =
        new FilterRegistrationBean<>(
            new UploadFilter(new UploadLimits(size.toBytes(), time, MOST_FILES, AT_ONCE)));
    filter.addUrlPatterns("/imports");
    // Before security, which looks for its token among the fields of the form.
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }
}

package moot.app;

import javax.sql.DataSource;
import moot.app.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the open database to whatever asks for a data source. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {
  /** The pool belongs to the database, which closes it. */
  @Bean(destroyMethod = "")
  DataSource dataSource(Database database) {
    return database.dataSource();
  }
}

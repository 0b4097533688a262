package moot.app;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import moot.app.database.Database;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.modulith.Modulithic;

/**
 * The web application. {@link #serve} starts it on a database that is already open, so that whoever
 * starts it can do something with the same database first.
 */
@Modulithic(systemName = "Moot")
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = UserDetailsServiceAutoConfiguration.class)
public class MootApplication {
  MootApplication() {}

  /**
   * Starts the application.
   *
   * @param database stays open; the application closes it when it ends
   * @param address where to listen: {@code 127.0.0.1} for this machine alone
   * @param port 0 for any that is free
   */
  public static Served serve(Database database, String address, int port) {
    return serve(database, address, port, false);
  }

  /** The same, as a demo: whoever comes may sign in as anybody. */
  public static Served serveDemo(Database database, String address, int port) {
    return serve(database, address, port, true);
  }

  private static Served serve(Database database, String address, int port, boolean demo) {
    Map<String, Object> settings = new HashMap<>();
    // Said in either case and before all other settings, so that none of them can say otherwise.
    settings.put("moot.demo", demo);
    settings.put("server.address", address);
    settings.put("server.port", port);
    SpringApplication application = new SpringApplication(MootApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addInitializers(
        context -> {
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("served", settings));
          ((GenericApplicationContext) context).registerBean(Database.class, () -> database);
        });
    ConfigurableApplicationContext context = application.run();
    String listening = context.getEnvironment().getRequiredProperty("local.server.port");
    String host = address.equals("0.0.0.0") || address.equals("::") ? "localhost" : address;
    return new Served(context, "http://" + host + ":" + listening + "/");
  }

  /**
   * A running application.
   *
   * @param address what to open in a browser
   */
  public record Served(ConfigurableApplicationContext context, String address)
      implements AutoCloseable {
    @Override
    public void close() {
      context.close();
    }

    /** Says where it is. */
    public void announce(PrintWriter out) {
      out.println("Moot is at " + address + " (Ctrl-C ends it)");
    }
  }
}

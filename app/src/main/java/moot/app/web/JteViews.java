package moot.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Pages from templates: the view {@code forming/places} is {@code forming/places.jte} beside the
 * feature's Java. A page is rendered in full before the first byte is sent, so that an error in the
 * middle becomes an error page.
 */
@Component
class JteViews implements ViewResolver, Ordered {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "moot.generated.app");
  private final List<NavigationItem> navigation;
  private final Visitors visitors;

  JteViews(List<NavigationItem> navigation, Visitors visitors) {
    this.visitors = visitors;
    this.navigation =
        navigation.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
    templates.setTrimControlStructures(true);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return templates.hasTemplate(template) ? new Page(template) : null;
  }

  private final class Page implements View {
    private final String template;

    private Page(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Map<String, Object> parameters = new HashMap<>();
      if (model != null) {
        parameters.putAll(model);
      }
      parameters.put("screen", screen(request));
      Utf8ByteOutput output = new Utf8ByteOutput();
      try {
        templates.render(template, parameters, output);
      } catch (TemplateException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }

  private Screen screen(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Object asked = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = asked == null ? request.getRequestURI() : asked.toString();
    return new Screen(
        path,
        navigation.stream().filter(item -> visitors.may(request, "GET", item.path())).toList(),
        token == null ? "_csrf" : token.getParameterName(),
        token == null ? "" : token.getToken(),
        visitors.find(request).orElse(null),
        visitors.demo(),
        (method, page) -> visitors.may(request, method, page));
  }
}

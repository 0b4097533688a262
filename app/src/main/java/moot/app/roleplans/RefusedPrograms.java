package moot.app.roleplans;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import moot.app.web.ToldToVisitors;
import moot.funding.roles.BadRolePlan;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Tells programs what cannot be meant and what holds now; pages say it in their forms. */
@ControllerAdvice(assignableTypes = {RolePlanApi.class, DonorApi.class})
class RefusedPrograms {
  private static final int UNPROCESSABLE = 422;

  @ExceptionHandler
  void bad(BadRolePlan bad, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(UNPROCESSABLE, bad, request, response);
  }

  @ExceptionHandler
  void overtaken(
      RolePlanDesk.Overtaken overtaken, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(HttpServletResponse.SC_CONFLICT, overtaken, request, response);
  }

  private static void tell(
      int status, RuntimeException why, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(
        RequestDispatcher.ERROR_EXCEPTION,
        new ToldToVisitors(status, String.valueOf(why.getMessage())));
    response.sendError(status);
  }
}

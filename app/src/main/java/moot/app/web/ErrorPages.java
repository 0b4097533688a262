package moot.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a visitor reads when something did not work. Never a stack trace. */
@Controller
class ErrorPages implements ErrorController {
  @RequestMapping("/error")
  @Nullable String error(HttpServletRequest request, HttpServletResponse response, Model model)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = code instanceof Integer known ? known : 404;
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    response.setStatus(status);
    ErrorWords words = words(status, cause);
    if (Problems.wanted(request)) {
      Problems.write(request, response, words);
      return null;
    }
    model.addAttribute("words", words);
    return "web/error";
  }

  private static ErrorWords words(int status, @Nullable Throwable cause) {
    String told = cause instanceof ToldToVisitors visible ? visible.getMessage() : null;
    return switch (status) {
      case 404 ->
          new ErrorWords(
              "This page is not here",
              told == null
                  ? "There is nothing at this address. Maybe the link is old or was cut short?"
                  : told);
      case 401 ->
          new ErrorWords(
              "Nobody is signed in",
              told == null ? "Maybe your session has ended? Sign in again." : told);
      case 403 ->
          told == null
              ? new ErrorWords(
                  "That could not be accepted",
                  "The form was open for too long or came from elsewhere. Maybe go back, load the"
                      + " page again and send it once more?")
              : new ErrorWords("That is not for this seat", told);
      case 405 ->
          new ErrorWords(
              "This address is only for sending a form",
              "Maybe go back to the page with the form?");
      case 413 ->
          new ErrorWords(
              "That file is too large",
              told == null
                  ? "The file is larger than this server accepts. Maybe import it from the terminal"
                      + " with ./moot import FILE?"
                  : told);
      case 409, 422 ->
          new ErrorWords(
              "That could not be done",
              told == null ? "Nothing was changed. Maybe go back and look again?" : told);
      case 429 ->
          new ErrorWords(
              "Too many tries",
              told == null ? "Nothing was changed. Maybe wait a quarter of an hour?" : told);
      case 408, 503 ->
          new ErrorWords(
              "That could not be done just now",
              told == null ? "Nothing was changed. Maybe try again in a moment?" : told);
      case 400, 415 ->
          new ErrorWords(
              "That could not be understood",
              told == null
                  ? "Something in the address or the form is not as expected. Maybe go back and"
                      + " look at what was filled in?"
                  : told);
      default ->
          new ErrorWords(
              "Something went wrong here",
              "It is not your fault, and nothing half done was kept. The terminal in which Moot"
                  + " runs says more. Maybe try again in a moment?");
    };
  }
}

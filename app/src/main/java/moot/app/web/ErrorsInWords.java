package moot.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Gives errors that visitors may read the status they ask for. */
@ControllerAdvice
class ErrorsInWords {
  @ExceptionHandler
  void told(ToldToVisitors error, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, error);
    response.sendError(error.status());
  }

  @ExceptionHandler
  void tooLarge(MaxUploadSizeExceededException error, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
  }
}

package moot.app.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes a form with files from the wire straight to the disk.
 *
 * <p>The server's own reading of such forms is bounded in size but not in time: who sends a byte
 * now and then could keep it waiting for ever.
 */
final class UploadReader {
  private final UploadLimits limits;

  UploadReader(UploadLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads the form of a request.
   *
   * @throws UploadRefused when it is too large, too slow or no such form
   */
  Upload read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > limits.bytes()) {
      throw tooLarge();
    }
    Upload upload =
        new Upload(Files.createTempDirectory("moot-upload"), new ArrayList<>(), new HashMap<>());
    try {
      FileUpload form = new FileUpload();
      form.setHeaderEncoding(StandardCharsets.UTF_8.name());
      FileItemIterator parts = form.getItemIterator(new Body(request));
      int count = 0;
      while (parts.hasNext()) {
        if (++count > limits.files() + 20) {
          throw tooMany();
        }
        part(parts.next(), upload);
      }
      return upload;
    } catch (UploadRefused e) {
      upload.close();
      throw e;
    } catch (IOException e) {
      upload.close();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof RefusedWhileReading refused) {
          throw refused.refusal;
        }
      }
      throw new UploadRefused(
          400,
          "The form broke off before its end (%s). Maybe the connection was lost; send it again?"
              .formatted(e.getMessage()));
    } catch (RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  private void part(FileItemStream part, Upload upload) throws IOException {
    try (InputStream in = part.openStream()) {
      if (part.isFormField()) {
        byte[] value = in.readNBytes(UploadLimits.FIELD_CHARS);
        upload
            .fields()
            .putIfAbsent(part.getFieldName(), new String(value, StandardCharsets.UTF_8).strip());
        return;
      }
      String name = shown(part.getName());
      if (name.isEmpty()) {
        return;
      }
      if (upload.files().size() >= limits.files()) {
        throw tooMany();
      }
      Path file = upload.folder().resolve("file" + upload.files().size());
      try (OutputStream out = Files.newOutputStream(file)) {
        in.transferTo(out);
      }
      upload.files().add(new IncomingFile(file, name));
    }
  }

  /** What the sender calls a file: never a path, and nothing unprintable. */
  static String shown(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String printable = last.replaceAll("\\p{Cntrl}", "").strip();
    return printable.length() <= 200 ? printable : printable.substring(0, 200);
  }

  private UploadRefused tooLarge() {
    return new UploadRefused(
        413,
        "The files are larger than %,d MB together. Maybe send them one at a time, or import them from the terminal with ./moot import FILE?"
            .formatted(limits.bytes() >> 20));
  }

  private UploadRefused tooMany() {
    return new UploadRefused(
        400,
        "There are more than %d files in the form. Maybe send them in several goes?"
            .formatted(limits.files()));
  }

  private UploadRefused tooSlow() {
    return new UploadRefused(
        408,
        "The files were not here after %d seconds. Maybe the connection is slow; import them from the terminal with ./moot import FILE?"
            .formatted(limits.time().toSeconds()));
  }

  /** Carries a refusal through the parser, which knows only this kind of exception. */
  private static final class RefusedWhileReading extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient UploadRefused refusal;

    RefusedWhileReading(UploadRefused refusal) {
      super(refusal.getMessage());
      this.refusal = refusal;
    }
  }

  private final class Body implements UploadContext {
    private final HttpServletRequest request;

    Body(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }

    @Override
    public @Nullable String getContentType() {
      return request.getContentType();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      long deadline = System.nanoTime() + limits.time().toNanos();
      return new FilterInputStream(request.getInputStream()) {
        private long bytes;

        @Override
        public int read() throws IOException {
          int b = super.read();
          count(b < 0 ? 0 : 1);
          return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int read = super.read(buffer, offset, length);
          count(Math.max(read, 0));
          return read;
        }

        private void count(int read) throws IOException {
          bytes += read;
          if (bytes > limits.bytes()) {
            throw new RefusedWhileReading(tooLarge());
          }
          if (System.nanoTime() - deadline > 0) {
            throw new RefusedWhileReading(tooSlow());
          }
        }
      };
    }
  }
}

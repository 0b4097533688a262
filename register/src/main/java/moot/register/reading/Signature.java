package moot.register.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * What can be said about a file by looking at its bytes alone: whether it is text or a workbook, in
 * which encoding, and which file it is.
 *
 * @param charset of a text file; meaningless for a workbook
 * @param bomBytes how many bytes of byte order mark stand before the text
 * @param firstOddLine the line with the first byte that is not UTF-8, when the file was taken for
 *     Windows-1252 because of it; else 0
 * @param sha256 64 hexadecimal digits
 */
record Signature(
    long bytes, boolean workbook, Charset charset, int bomBytes, long firstOddLine, String sha256) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Reads the file once from end to end, unless its first bytes say that there is no point.
   *
   * @throws Unreadable when it is empty, too large, or neither text nor a workbook
   */
  static Signature of(Path file, Limits limits, LongConsumer bytesRead) throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw new Unreadable(
          0, null, "the file is empty", "Maybe the download or the copy was interrupted?");
    }
    byte[] buffer = new byte[1 << 16];
    MessageDigest digest = newDigest();
    try (InputStream in = Files.newInputStream(file)) {
      int length = in.readNBytes(buffer, 0, buffer.length);
      byte[] head = Arrays.copyOf(buffer, Math.min(length, 4096));
      boolean workbook = startsWith(head, 'P', 'K', 3, 4);
      if (!workbook) {
        refuseKnownBinaries(head);
      }
      boolean utf16 = !workbook && (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF));
      if (!workbook && !utf16) {
        refuseUtf16WithoutMark(head);
      }
      if (size > limits.fileBytes()) {
        // Zeros at the start are the better explanation, where there are some.
        if (!workbook && !utf16) {
          new Utf8Check().look(buffer, length);
        }
        throw new Unreadable(
            0,
            null,
            "the file has %,d bytes, expected at most %,d".formatted(size, limits.fileBytes()),
            "Maybe it is not one of the published files, or several joined into one?");
      }
      Utf8Check check = new Utf8Check();
      long total = 0;
      while (length > 0) {
        digest.update(buffer, 0, length);
        if (!workbook && !utf16) {
          check.look(buffer, length);
        }
        total += length;
        bytesRead.accept(length);
        length = in.read(buffer);
      }
      String sha = HexFormat.of().formatHex(digest.digest());
      if (workbook) {
        return new Signature(total, true, StandardCharsets.UTF_8, 0, 0, sha);
      }
      if (utf16) {
        boolean little = startsWith(head, 0xFF, 0xFE);
        return new Signature(
            total,
            false,
            little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
            2,
            0,
            sha);
      }
      check.end();
      if (check.firstOddLine > 0) {
        return new Signature(total, false, WINDOWS_1252, 0, check.firstOddLine, sha);
      }
      int bom = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
      return new Signature(total, false, StandardCharsets.UTF_8, bom, 0, sha);
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void refuseKnownBinaries(byte[] head) {
    if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Unreadable(
          0,
          null,
          "the file is a workbook of the old kind (.xls), or one with a password; expected .xlsx or"
              + " CSV",
          "Maybe open it and save it as .xlsx or as CSV UTF-8?");
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      throw new Unreadable(
          0,
          null,
          "the file is a PDF; expected CSV or .xlsx",
          "Maybe the same figures are published as a data file too?");
    }
    if (startsWith(head, 0x1F, 0x8B)) {
      throw new Unreadable(
          0, null, "the file is packed (gzip); expected CSV or .xlsx", "Maybe unpack it first?");
    }
  }

  private static void refuseUtf16WithoutMark(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        zeros[i & 1]++;
      }
    }
    int most = Math.max(zeros[0], zeros[1]);
    int least = Math.min(zeros[0], zeros[1]);
    if (head.length >= 16 && most > head.length / 4 && least == 0) {
      throw new Unreadable(
          1,
          null,
          "every other byte is zero, as in UTF-16, but no byte order mark says so; expected UTF-8",
          "Maybe save it as CSV UTF-8?");
    }
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Follows a stream of bytes and remembers where it first is not UTF-8. */
  private static final class Utf8Check {
    private long line = 1;
    private int pending;
    private long firstOddLine;

    void look(byte[] buffer, int length) {
      for (int i = 0; i < length; i++) {
        int b = buffer[i] & 0xFF;
        if (b == '\n') {
          line++;
        } else if (b == 0) {
          throw new Unreadable(
              line,
              null,
              "a byte is zero, which no text has; expected CSV or .xlsx",
              "Maybe the file is damaged, or was never filled while it was copied?");
        }
        if (firstOddLine == 0) {
          follow(b);
        }
      }
    }

    void end() {
      if (pending > 0 && firstOddLine == 0) {
        firstOddLine = line;
      }
    }

    private void follow(int b) {
      boolean continues = (b & 0xC0) == 0x80;
      if (pending > 0) {
        if (continues) {
          pending--;
        } else {
          firstOddLine = line;
        }
      } else if (b >= 0x80) {
        if (b >= 0xC2 && b <= 0xDF) {
          pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
          pending = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
          pending = 3;
        } else {
          firstOddLine = line;
        }
      }
    }
  }
}

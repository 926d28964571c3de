package org.ledgejs.node.loader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** {@code file:} URLs and paths, as {@code url.pathToFileURL} and {@code url.fileURLToPath} convert them. */
public final class FileUrls {
    private static final String SCHEME = "file://";
    /** What WHATWG's path percent-encode set leaves alone, besides letters and digits. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/|[]^";

    private FileUrls() { }

    public static boolean isFileUrl(String url) {
        return url.startsWith(SCHEME);
    }

    public static String ofPath(String path) {
        StringBuilder url = new StringBuilder(SCHEME);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                url.append(c);
            } else {
                url.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, 16))).append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return url.toString();
    }

    /** The path of a file URL, without its query and fragment. */
    public static String toPath(String url) {
        int end = url.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = url.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return decode(url.substring(SCHEME.length(), end));
    }

    /** Percent-decodes UTF-8; a stray percent sign stays. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length();) {
            int code = text.codePointAt(i);
            int high = code == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 3;
            } else {
                bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(code);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A relative or absolute path reference resolved against a file URL; its query and fragment are kept. */
    static String resolve(String reference, String base) {
        int tail = reference.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = reference.indexOf(mark);
            tail = at >= 0 ? Math.min(tail, at) : tail;
        }
        String path = decode(reference.substring(0, tail));
        // An absolute one may come from anywhere, a data: URL too.
        String folder = path.startsWith("/") ? "" : toPath(base);
        String joined = folder.substring(0, folder.lastIndexOf('/') + 1) + path;
        return ofPath(normalize(joined)) + reference.substring(tail);
    }

    /** Removes {@code .} and {@code ..} and doubled separators from an absolute path. */
    public static String normalize(String path) {
        ArrayDeque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            switch (part) {
                case "", "." -> { }
                case ".." -> parts.pollLast();
                default -> parts.add(part);
            }
        }
        boolean folder = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
        String joined = "/" + String.join("/", parts);
        return folder && !joined.equals("/") ? joined + "/" : joined;
    }
}

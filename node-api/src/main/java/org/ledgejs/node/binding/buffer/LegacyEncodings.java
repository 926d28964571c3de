package org.ledgejs.node.binding.buffer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Map;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.Utf8;

/** Decoders of the WHATWG encoding standard, by its lower-case names, on Java's charsets where these agree. */
final class LegacyEncodings {
    /** Names under which Java knows them, where it is not the same. */
    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(
            Map.entry("iso-8859-8-i", "ISO-8859-8"), Map.entry("macintosh", "x-MacRoman"), Map.entry("x-mac-cyrillic", "x-MacUkraine"),
            Map.entry("windows-874", "x-windows-874"), Map.entry("gbk", "GB18030"), Map.entry("big5", "Big5-HKSCS"),
            Map.entry("shift_jis", "windows-31j"), Map.entry("euc-kr", "x-windows-949"));

    private LegacyEncodings() { }

    /** @return the text, or null if the encoding is unknown or not among this machine's charsets @throws JSException TypeError on malformed input when fatal */
    static String decode(Bytes bytes, String encoding, boolean fatal) {
        switch (encoding) {
            case "utf-8", "utf8":
                if (fatal && !Utf8.isValid(bytes)) {
                    throw malformed(encoding);
                }
                return Utf8.decode(bytes.array(), bytes.offset(), bytes.length());
            case "utf-16le", "utf-16be":
                return utf16(bytes, encoding, fatal);
            case "x-user-defined":
                return userDefined(bytes);
            case "replacement":
                if (fatal && bytes.length() > 0) {
                    throw malformed(encoding);
                }
                return bytes.length() == 0 ? "" : "\uFFFD";
            default:
                Charset charset = charset(encoding);
                return charset == null ? null : decode(bytes, charset, encoding, fatal);
        }
    }

    private static Charset charset(String encoding) {
        String name = JAVA_NAMES.getOrDefault(encoding, encoding);
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static JSException malformed(String encoding) {
        return Errors.typeError("The encoded data was not valid for encoding " + encoding);
    }

    private static String utf16(Bytes bytes, String encoding, boolean fatal) {
        int high = encoding.equals("utf-16be") ? 0 : 1;
        StringBuilder out = new StringBuilder(bytes.length() / 2 + 1);
        boolean wellFormed = bytes.length() % 2 == 0;
        for (int i = 0; i + 1 < bytes.length(); i += 2) {
            char c = unit(bytes, i, high);
            if (Character.isHighSurrogate(c) && i + 3 < bytes.length() && Character.isLowSurrogate(unit(bytes, i + 2, high))) {
                out.append(c).append(unit(bytes, i + 2, high));
                i += 2;
            } else if (Character.isSurrogate(c)) {
                wellFormed = false;
                out.append('\uFFFD');
            } else {
                out.append(c);
            }
        }
        if (bytes.length() % 2 != 0) {
            out.append('\uFFFD');
        }
        if (fatal && !wellFormed) {
            throw malformed(encoding);
        }
        return out.toString();
    }

    private static char unit(Bytes bytes, int i, int high) {
        return (char) ((bytes.get(i + high) & 0xFF) << 8 | bytes.get(i + 1 - high) & 0xFF);
    }

    private static String userDefined(Bytes bytes) {
        StringBuilder out = new StringBuilder(bytes.length());
        for (int i = 0; i < bytes.length(); i++) {
            byte b = bytes.get(i);
            out.append((char) (b >= 0 ? b : 0xF780 + (b & 0x7F)));
        }
        return out.toString();
    }

    private static String decode(Bytes bytes, Charset charset, String encoding, boolean fatal) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = bytes.buffer();
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length() * (double) decoder.maxCharsPerByte()) + 2);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                decoder.flush(out);
                return out.flip().toString();
            }
            int b = in.get(in.position()) & 0xFF;
            boolean singleByte = decoder.maxCharsPerByte() == 1 && decoder.averageCharsPerByte() == 1;
            if (singleByte && b >= 0x80 && b <= 0x9F) {
                // The standard has C1 controls where the vendors' tables have holes.
                out.put((char) b);
                in.position(in.position() + 1);
            } else if (fatal) {
                throw malformed(encoding);
            } else {
                out.put('\uFFFD');
                // An ASCII byte within a broken sequence is not part of it.
                int length = result.length();
                while (length > 1 && in.get(in.position() + length - 1) >= 0) {
                    length--;
                }
                in.position(in.position() + length);
            }
            decoder.reset();
        }
    }
}

package org.ledgejs.node.binding.buffer;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.Utf8;

/** Binding {@code buffer}: strings as bytes and back, searching, filling, copying. */
public final class BufferBinding {
    public static final PropertyTable TABLE = new PropertyTable()
            .method("byteLengthUtf8", 1, (realm, thisValue, args) -> Conversions.number(Utf8.byteLength(string(args, 0))))
            .method("utf8Write", 4, (realm, thisValue, args) -> Utf8.written(Utf8.encodeInto(string(args, 1), target(args))))
            .method("latin1Write", 4, (realm, thisValue, args) -> Encodings.writeLatin1(string(args, 1), target(args)))
            .method("ucs2Write", 4, (realm, thisValue, args) -> Encodings.writeUcs2(string(args, 1), target(args)))
            .method("hexWrite", 4, (realm, thisValue, args) -> Encodings.writeHex(string(args, 1), target(args)))
            .method("base64Write", 4, (realm, thisValue, args) -> Encodings.writeBase64(string(args, 1), target(args)))
            .method("utf8Slice", 3, (realm, thisValue, args) -> Utf8.decode(source(args)))
            .method("latin1Slice", 3, (realm, thisValue, args) -> Encodings.latin1(source(args)))
            .method("asciiSlice", 3, (realm, thisValue, args) -> Encodings.ascii(source(args)))
            .method("ucs2Slice", 3, (realm, thisValue, args) -> Encodings.ucs2(source(args)))
            .method("hexSlice", 3, (realm, thisValue, args) -> Encodings.hex(source(args)))
            .method("base64Slice", 3, (realm, thisValue, args) -> Encodings.base64(source(args), false))
            .method("base64urlSlice", 3, (realm, thisValue, args) -> Encodings.base64(source(args), true))
            .method("encodeUtf8", 1, (realm, thisValue, args) -> Bytes.toBuffer(realm, Utf8.encode(string(args, 0))))
            .method("encodeUtf8Into", 2, (realm, thisValue, args) -> {
                long done = Utf8.encodeInto(string(args, 0), Bytes.of(args.get(1)));
                return JSArray.create(realm, new int[] {Utf8.read(done), Utf8.written(done)});
            })
            .method("decode", 3, (realm, thisValue, args) -> {
                String text = LegacyEncodings.decode(Bytes.of(args.get(0)), Conversions.toJavaString(args.get(1)), Conversions.toBoolean(args.get(2)));
                return text == null ? Undefined.INSTANCE : Strings.of(text);
            })
            .method("compare", 2, (realm, thisValue, args) -> Searches.compare(Bytes.of(args.get(0)), Bytes.of(args.get(1))))
            .method("indexOf", 4, (realm, thisValue, args) -> Searches.indexOf(Bytes.of(args.get(0)), Bytes.of(args.get(1)),
                    Conversions.toIntegerOrInfinity(args.get(2)), Conversions.toBoolean(args.get(3))))
            .method("indexOfNumber", 4, (realm, thisValue, args) -> Searches.indexOf(Bytes.of(args.get(0)), (byte) Conversions.toInt32(args.get(1)),
                    Conversions.toIntegerOrInfinity(args.get(2)), Conversions.toBoolean(args.get(3))))
            .method("fill", 4, (realm, thisValue, args) -> {
                Bytes target = Bytes.of(args.get(0)).slice(Conversions.toIntegerOrInfinity(args.get(2)), end(args, 3));
                Bytes pattern = Bytes.of(args.get(1));
                // A pattern that lies in what is filled must be read before.
                Searches.fill(target, pattern.array() == target.array() ? Bytes.of(pattern.copy()) : pattern);
                return Undefined.INSTANCE;
            })
            .method("copy", 5, (realm, thisValue, args) -> copy(args))
            .method("isUtf8", 1, (realm, thisValue, args) -> Utf8.isValid(Bytes.of(args.get(0))))
            .method("isAscii", 1, (realm, thisValue, args) -> Searches.isAscii(Bytes.of(args.get(0))));

    private BufferBinding() { }

    private static TruffleString string(Args args, int i) {
        return Conversions.toString(args.get(i));
    }

    /** Of (view, string, offset, length). */
    private static Bytes target(Args args) {
        double offset = Conversions.toIntegerOrInfinity(args.get(2));
        double length = end(args, 3);
        return Bytes.of(args.get(0)).slice(offset, offset + length);
    }

    /** Of (view, start, end). */
    private static Bytes source(Args args) {
        return Bytes.of(args.get(0)).slice(Conversions.toIntegerOrInfinity(args.get(1)), end(args, 2));
    }

    private static double end(Args args, int i) {
        return args.get(i) == Undefined.INSTANCE ? Double.POSITIVE_INFINITY : Conversions.toIntegerOrInfinity(args.get(i));
    }

    /** {@code copy(source, target, targetStart, sourceStart, count)} */
    private static Object copy(Args args) {
        double targetStart = Conversions.toIntegerOrInfinity(args.get(2));
        double sourceStart = Conversions.toIntegerOrInfinity(args.get(3));
        double count = Conversions.toIntegerOrInfinity(args.get(4));
        Bytes source = Bytes.of(args.get(0)).slice(sourceStart, sourceStart + count);
        Bytes target = Bytes.of(args.get(1)).slice(targetStart, targetStart + count);
        int length = Math.min(source.length(), target.length());
        System.arraycopy(source.array(), source.offset(), target.array(), target.offset(), length);
        return length;
    }
}

package org.ledgejs.node.binding.zlib;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.Utf8;

/** Binding {@code zlib}: compressed formats. */
public final class ZlibBinding {
    public static final PropertyTable TABLE = new PropertyTable()
            .method("create", 6, (realm, thisValue, args) -> {
                Codec codec = create(args);
                return codec == null ? Undefined.INSTANCE : new CodecObject(codec);
            })
            .method("write", 10, (realm, thisValue, args) -> write(realm, args))
            .method("params", 3, (realm, thisValue, args) -> changing(realm, args,
                    codec -> codec.params(Conversions.toInt32(args.get(1)), Conversions.toInt32(args.get(2)))))
            .method("reset", 1, (realm, thisValue, args) -> changing(realm, args, Codec::reset))
            .method("close", 1, (realm, thisValue, args) -> {
                CodecObject.of(args.get(0)).close();
                return Undefined.INSTANCE;
            })
            .method("crc32", 2, (realm, thisValue, args) -> {
                Bytes bytes = isBytes(args.get(0)) ? Bytes.of(args.get(0)) : Bytes.of(Utf8.encode(Conversions.toString(args.get(0))));
                int start = (int) (long) Conversions.toNumber(args.get(1));
                return Conversions.number(Checksum.crc32(bytes.array(), bytes.offset(), bytes.length(), start) & 0xFFFF_FFFFL);
            });

    private ZlibBinding() { }

    private static boolean isBytes(Object value) {
        return value instanceof JSBufferView || value instanceof JSBuffer;
    }

    /** Formats are named as zlib's modes are by Node. @return null if there is none such */
    private static Codec create(Args args) {
        int windowBits = Conversions.toInt32(args.get(1));
        int level = Conversions.toInt32(args.get(2));
        int strategy = Conversions.toInt32(args.get(4));
        byte[] dictionary = isBytes(args.get(5)) ? Bytes.of(args.get(5)).copy() : null;
        if (dictionary != null && dictionary.length == 0) {
            dictionary = null;
        }
        return switch (Conversions.toInt32(args.get(0))) {
            case 1 -> new DeflateCodec(Wrapper.ZLIB, windowBits, level, strategy, dictionary);
            case 2 -> new InflateCodec(Wrapper.ZLIB, windowBits, dictionary);
            case 3 -> new DeflateCodec(Wrapper.GZIP, windowBits, level, strategy, null);
            case 4 -> new InflateCodec(Wrapper.GZIP, windowBits, null);
            case 5 -> new DeflateCodec(Wrapper.RAW, windowBits, level, strategy, dictionary);
            case 6 -> new InflateCodec(Wrapper.RAW, windowBits, dictionary);
            case 7 -> new InflateCodec(Wrapper.EITHER, windowBits, dictionary);
            case 8 -> Brotli.decoder();
            case 9 -> Brotli.encoder(windowBits, level);
            case 10 -> Zstandard.encoder((long) Conversions.toNumber(args.get(1)));
            case 11 -> Zstandard.decoder();
            default -> null;
        };
    }

    private static Object write(Realm realm, Args args) {
        CodecObject codec = CodecObject.of(args.get(0));
        int flush = Conversions.toInt32(args.get(1));
        Piece in = isBytes(args.get(2)) ? piece(args, 2) : new Piece(new byte[0], 0, 0);
        Piece out = piece(args, 5);
        Bytes state = Bytes.of(args.get(8));
        if (args.get(9) == Undefined.INSTANCE) {
            return codec.write(realm, flush, in, out, state);
        }
        codec.writeLater(realm, flush, in, out, state, args.get(9));
        return Undefined.INSTANCE;
    }

    /** Three arguments: a view, an offset in it and a length. */
    private static Piece piece(Args args, int i) {
        Bytes bytes = Bytes.of(args.get(i));
        double from = Conversions.toIntegerOrInfinity(args.get(i + 1));
        Bytes part = bytes.slice(from, from + Conversions.toIntegerOrInfinity(args.get(i + 2)));
        return new Piece(part.array(), part.offset(), part.length());
    }

    @FunctionalInterface
    private interface Change {
        void apply(Codec codec) throws CodecException;
    }

    private static Object changing(Realm realm, Args args, Change change) {
        try {
            change.apply(CodecObject.of(args.get(0)).idle());
            return Undefined.INSTANCE;
        } catch (CodecException e) {
            return JSArray.create(realm, new Object[] {Strings.of(e.getMessage()), e.errno(), Strings.of(e.code())});
        }
    }
}

package org.ledgejs.node.binding.zlib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;

/** A codec as the program holds it. It works on the loop's workers, one piece at a time, or at once. */
final class CodecObject extends JSObject {
    private static final Shape CODEC_ROOT = shapeBuilder().build();

    private final Codec codec;
    private boolean busy;
    private boolean closed;

    CodecObject(Codec codec) {
        super(CODEC_ROOT, null);
        this.codec = codec;
    }

    static CodecObject of(Object value) {
        if (value instanceof CodecObject object) {
            return object;
        }
        throw Errors.typeError("Illegal invocation");
    }

    /** The codec, if it may be used now. */
    Codec idle() {
        if (closed || busy) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, closed ? "already finalized" : "write already in progress");
        }
        return codec;
    }

    /** @return undefined, or [message, errno, code] */
    Object write(Realm realm, int flush, Piece in, Piece out, Bytes state) {
        try {
            idle().write(flush, in, out);
        } catch (CodecException e) {
            return JSArray.create(realm, failure(e));
        }
        tell(in, out, state);
        return Undefined.INSTANCE;
    }

    /** Calls {@code callback()} or {@code callback(message, errno, code)} later. */
    void writeLater(Realm realm, int flush, Piece in, Piece out, Bytes state, Object callback) {
        Codec worker = idle();
        busy = true;
        NodeRuntime node = NodeRuntime.of(realm);
        node.loop().workers().submit(() -> {
            try {
                worker.write(flush, in, out);
                return null;
            } catch (CodecException e) {
                return e;
            }
        }, (error, failure) -> {
            busy = false;
            if (closed) {
                codec.close();
            }
            if (failure != null) {
                node.enter(callback, Strings.of(String.valueOf(failure.getMessage())), CodecException.STREAM_ERROR, Strings.of("Z_STREAM_ERROR"));
            } else if (error != null) {
                node.enter(callback, failure(error));
            } else {
                tell(in, out, state);
                node.enter(callback);
            }
        });
    }

    private static Object[] failure(CodecException e) {
        return new Object[] {Strings.of(e.getMessage()), e.errno(), Strings.of(e.code())};
    }

    private static void tell(Piece in, Piece out, Bytes state) {
        ByteBuffer numbers = state.buffer().order(ByteOrder.nativeOrder());
        numbers.putInt(out.remaining()).putInt(in.remaining());
    }

    void close() {
        if (!closed) {
            closed = true;
            if (!busy) {
                codec.close();
            }
        }
    }

    @Override
    public String className() {
        return "Object";
    }
}

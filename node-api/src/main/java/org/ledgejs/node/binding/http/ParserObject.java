package org.ledgejs.node.binding.http;

import java.util.List;

import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.ObjectBuilder;
import org.ledgejs.node.binding.net.SocketHandle;

/** A parser as the program holds it: it calls the functions of an object of callbacks. */
final class ParserObject extends JSObject implements HttpListener {
    private static final Shape PARSER_ROOT = shapeBuilder().build();
    private static final int MAX_HEAD_SIZE = 16 * 1024;

    private final NodeRuntime node;
    private final JSObject callbacks;
    private final HttpParser parser;
    private SocketHandle source;
    private boolean freed;

    /** @param maxHeadSize 0 for the usual one */
    ParserObject(NodeRuntime node, boolean server, int maxHeadSize, boolean lenient, JSObject callbacks) {
        super(PARSER_ROOT, null);
        this.node = node;
        this.callbacks = callbacks;
        this.parser = new HttpParser(server, maxHeadSize > 0 ? maxHeadSize : MAX_HEAD_SIZE, lenient, this);
    }

    static ParserObject of(Object value) {
        if (value instanceof ParserObject parser) {
            return parser;
        }
        throw Errors.typeError("Illegal invocation");
    }

    /** @return the bytes consumed, or an Error */
    Object execute(Bytes bytes) {
        if (freed) {
            return bytes.length();
        }
        try {
            return parser.execute(bytes.array(), bytes.offset(), bytes.length());
        } catch (HttpParseException e) {
            return toGuest(e);
        }
    }

    /** @return undefined, or an Error */
    Object finish() {
        if (!freed) {
            try {
                parser.finish();
            } catch (HttpParseException e) {
                return toGuest(e);
            }
        }
        return Undefined.INSTANCE;
    }

    /** Takes the bytes of a handle from now on. */
    void consume(SocketHandle handle) {
        unconsume();
        source = handle;
        handle.setConsumer(this::consumed);
    }

    private int consumed(byte[] bytes) {
        try {
            return parser.execute(bytes, 0, bytes.length);
        } catch (HttpParseException e) {
            error(e);
            return bytes.length;
        }
    }

    void unconsume() {
        if (source != null) {
            source.setConsumer(null);
            source = null;
        }
    }

    void pause() {
        parser.pause();
    }

    void resume() {
        if (parser.isPaused()) {
            parser.resume();
            node.loop().post(() -> node.enter(() -> {
                if (!freed) {
                    parser.proceed();
                }
            }));
        }
    }

    void free() {
        unconsume();
        freed = true;
        parser.pause();
    }

    // What the parser tells.

    private Object call(String name, Object... arguments) {
        if (freed) {
            return Undefined.INSTANCE;
        }
        Object function = ObjectOperations.get(callbacks, PropertyKey.of(name));
        return ObjectOperations.isCallable(function) ? ObjectOperations.call(function, callbacks, arguments) : Undefined.INSTANCE;
    }

    @Override
    public Body head(MessageHead head) {
        Realm realm = node.realm();
        boolean request = head.method() != null;
        Object answer = call("onHeaders", new ObjectBuilder(realm).put("versionMajor", head.versionMajor()).put("versionMinor", head.versionMinor())
                .put("rawHeaders", strings(realm, head.rawHeaders())).put("method", head.method()).put("url", head.url())
                .put("statusCode", request ? null : head.statusCode()).put("statusMessage", head.statusMessage())
                .put("upgrade", head.upgrade()).put("shouldKeepAlive", head.keepAlive()).build());
        return switch (Conversions.toInt32(answer)) {
            case 1 -> Body.NONE;
            case 2 -> Body.OTHER_PROTOCOL;
            default -> Body.EXPECTED;
        };
    }

    @Override
    public void body(byte[] bytes) {
        call("onBody", Bytes.toBuffer(node.realm(), bytes));
    }

    @Override
    public void complete(List<String> rawTrailers) {
        call("onComplete", rawTrailers.isEmpty() ? Undefined.INSTANCE : strings(node.realm(), rawTrailers));
    }

    @Override
    public void error(HttpParseException error) {
        call("onError", toGuest(error));
    }

    private static JSArray strings(Realm realm, List<String> values) {
        Object[] result = new Object[values.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = Strings.of(values.get(i));
        }
        return JSArray.create(realm, result);
    }

    private static Object toGuest(HttpParseException e) {
        JSObject error = (JSObject) Errors.error(Intrinsic.ERROR_PROTOTYPE, "Parse Error: " + e.getMessage()).value();
        return new ObjectBuilder(error).put("bytesParsed", e.bytesParsed()).put("code", e.code()).put("reason", e.getMessage()).build();
    }
}

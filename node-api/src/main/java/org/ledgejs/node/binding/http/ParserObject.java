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

/**
 * A parser as the program holds it. It tells the functions of a table, the same for many parsers, which get what the parser belongs to first:
 * {@code onHeaders}, {@code onBody}, {@code onComplete}, {@code onExecute}, {@code onError}.
 */
final class ParserObject extends JSObject implements HttpListener {
    private static final Shape PARSER_ROOT = shapeBuilder().build();
    private static final int MAX_HEAD_SIZE = 16 * 1024;
    private static final Object ON_HEADERS = PropertyKey.of("onHeaders");
    private static final Object ON_BODY = PropertyKey.of("onBody");
    private static final Object ON_COMPLETE = PropertyKey.of("onComplete");
    private static final Object ON_EXECUTE = PropertyKey.of("onExecute");
    private static final Object ON_ERROR = PropertyKey.of("onError");

    private final NodeRuntime node;
    private final Object owner;
    private final Object onHeaders;
    private final Object onBody;
    private final Object onComplete;
    private final Object onExecute;
    private final Object onError;
    private final HttpParser parser;
    private SocketHandle source;
    private boolean freed;

    /** @param maxHeadSize 0 for the usual one @param owner the first argument of the functions */
    ParserObject(NodeRuntime node, boolean server, int maxHeadSize, boolean lenient, Object owner, JSObject callbacks) {
        super(PARSER_ROOT, null);
        this.node = node;
        this.owner = owner;
        this.onHeaders = callbacks.get(ON_HEADERS);
        this.onBody = callbacks.get(ON_BODY);
        this.onComplete = callbacks.get(ON_COMPLETE);
        this.onExecute = callbacks.get(ON_EXECUTE);
        this.onError = callbacks.get(ON_ERROR);
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

    /** Bytes of the handle: read, and the owner is told how far that went. */
    private int consumed(byte[] bytes) {
        int count = bytes.length;
        Object result = count;
        try {
            count = parser.execute(bytes, 0, bytes.length);
            result = count;
        } catch (HttpParseException e) {
            result = toGuest(e);
        }
        // Only what is out of the ordinary needs the bytes.
        boolean ordinary = count == bytes.length && result instanceof Integer && !parser.isStopped();
        executed(result, ordinary ? Undefined.INSTANCE : Bytes.toBuffer(node.realm(), bytes));
        return bytes.length;
    }

    private void executed(Object result, Object bytes) {
        tell(onExecute, owner, result, bytes, parser.isBusy());
    }

    /** Whether a message has begun and not ended. */
    boolean isBusy() {
        return !freed && parser.isBusy();
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
            node.loop().post(() -> node.enter(this::proceed));
        }
    }

    private void proceed() {
        if (freed || parser.isPaused() || !parser.proceed()) {
            return;
        }
        byte[] rest = parser.takeRest();
        executed(0, parser.isStopped() ? Bytes.toBuffer(node.realm(), rest) : Undefined.INSTANCE);
    }

    void free() {
        unconsume();
        freed = true;
        parser.pause();
    }

    // What the parser tells.

    private Object tell(Object function, Object... arguments) {
        return freed || !ObjectOperations.isCallable(function) ? Undefined.INSTANCE : ObjectOperations.call(function, Undefined.INSTANCE, arguments);
    }

    @Override
    public Body head(MessageHead head) {
        Object[] raw = new Object[head.rawHeaders().size()];
        for (int i = 0; i < raw.length; i += 2) {
            raw[i] = CommonTexts.of(head.rawHeaders().get(i));
            raw[i + 1] = Strings.of(head.rawHeaders().get(i + 1));
        }
        boolean request = head.method() != null;
        Object answer = tell(onHeaders, owner, head.versionMajor(), head.versionMinor(), JSArray.create(node.realm(), raw),
                request ? CommonTexts.of(head.method()) : Undefined.INSTANCE, request ? Strings.of(head.url()) : Undefined.INSTANCE,
                request ? Undefined.INSTANCE : (Object) head.statusCode(), request ? Undefined.INSTANCE : CommonTexts.of(head.statusMessage()),
                head.upgrade(), head.keepAlive());
        return switch (answer instanceof Integer n ? n : Conversions.toInt32(answer)) {
            case 1 -> Body.NONE;
            case 2 -> Body.OTHER_PROTOCOL;
            default -> Body.EXPECTED;
        };
    }

    @Override
    public void body(byte[] bytes) {
        tell(onBody, owner, Bytes.toBuffer(node.realm(), bytes));
    }

    @Override
    public void complete(List<String> rawTrailers) {
        tell(onComplete, owner, rawTrailers.isEmpty() ? Undefined.INSTANCE : strings(node.realm(), rawTrailers));
    }

    @Override
    public void error(HttpParseException error) {
        tell(onError, owner, toGuest(error));
    }

    private static JSArray strings(Realm realm, List<String> values) {
        Object[] result = new Object[values.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = Strings.of(values.get(i));
        }
        return JSArray.create(realm, result);
    }

    private static Object toGuest(HttpParseException e) {
        String text = e.getMessage().isEmpty() ? "Parse Error" : "Parse Error: " + e.getMessage();
        JSObject error = (JSObject) Errors.error(Intrinsic.ERROR_PROTOTYPE, text).value();
        return new ObjectBuilder(error).put("bytesParsed", e.bytesParsed()).put("code", e.code()).put("reason", e.getMessage()).build();
    }
}

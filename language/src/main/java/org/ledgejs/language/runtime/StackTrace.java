package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.nodes.EncapsulatingNodeReference;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * The frames an error was made in. Becomes the text of the {@code stack} property, in V8's format, when that is first
 * read; {@code Error.prepareStackTrace} of the program is asked then.
 */
public final class StackTrace implements LazyValue {
    public static final TruffleString STACK_KEY = Strings.constant("stack");
    private static final TruffleString LIMIT_KEY = Strings.constant("stackTraceLimit");
    private static final TruffleString PREPARE_KEY = Strings.constant("prepareStackTrace");
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 1000;

    private final Realm realm;
    private final List<CallSite> frames;
    private JSObject error;
    private boolean formatting;

    private StackTrace(Realm realm, List<CallSite> frames) {
        this.realm = realm;
        this.frames = frames;
    }

    /**
     * The present frames, at most Error.stackTraceLimit of them.
     *
     * @param location the node at work in the topmost one; null for the one whose slow path runs, if any
     * @param skipUntil frames down to this function's are left out; or null
     * @return null if the program has stack traces turned off
     */
    @TruffleBoundary
    static StackTrace capture(Node location, JSObject skipUntil, Realm realm) {
        int limit = limit(realm);
        if (limit < 0) {
            return null;
        }
        Node at = location != null ? location : EncapsulatingNodeReference.getCurrent().get();
        Collector collector = new Collector(at, skipUntil, limit);
        if (limit > 0) {
            Truffle.getRuntime().iterateFrames(collector::visit);
        }
        return new StackTrace(realm, collector.frames);
    }

    /** The present frames, top first. */
    @TruffleBoundary
    public static List<CallSite> currentFrames(int limit) {
        Collector collector = new Collector(null, null, limit);
        if (limit > 0) {
            Truffle.getRuntime().iterateFrames(collector::visit);
        }
        return collector.frames;
    }

    /** The frames of an error whose {@code stack} nobody has read yet, or null. */
    @TruffleBoundary
    public static StackTrace of(JSObject error) {
        return error.hasOrdinaryNamedProperties() && Properties.stored(error, STACK_KEY) instanceof StackTrace trace ? trace : null;
    }

    /** Gives an object its {@code stack}. */
    @TruffleBoundary
    static void install(JSObject error, StackTrace trace) {
        if (trace != null) {
            trace.error = error;
            Properties.put(error, STACK_KEY, trace, PropertyFlags.METHOD | PropertyFlags.LAZY);
        }
    }

    /** Error.captureStackTrace. */
    @TruffleBoundary
    public static void captureOn(JSObject object, JSObject skipUntil) {
        StackTrace trace = capture(null, skipUntil, Realm.get(null));
        if (trace == null) {
            return;
        }
        trace.error = object;
        if (object.hasOrdinaryNamedProperties() && object.isExtensible() && !Properties.has(object, STACK_KEY)) {
            install(object, trace);
        } else {
            ObjectOperations.definePropertyOrThrow(object, STACK_KEY, PropertyDescriptor.data(trace.create(trace.realm), PropertyFlags.METHOD));
        }
    }

    private static int limit(Realm realm) {
        JSObject constructor = realm.intrinsicIfMade(Intrinsic.ERROR);
        Object limit = constructor == null ? null : Properties.stored(constructor, LIMIT_KEY);
        return switch (limit) {
            case Integer i -> Math.clamp(i, 0, MAX_LIMIT);
            case Double d -> (int) Math.clamp(d, 0, MAX_LIMIT);
            case null -> constructor == null ? DEFAULT_LIMIT : -1;
            default -> -1;
        };
    }

    /** The frames, top first. */
    public List<CallSite> frames() {
        return frames;
    }

    /** The text, or what the program's prepareStackTrace makes of the frames. */
    @Override
    @TruffleBoundary
    public Object create(Realm ignored) {
        JSObject constructor = realm.intrinsicIfMade(Intrinsic.ERROR);
        Object prepare = constructor == null ? Undefined.INSTANCE : constructor.get(PREPARE_KEY);
        if (!formatting && ObjectOperations.isCallable(prepare) && prepare != realm.intrinsicIfMade(Intrinsic.ERROR_PREPARE_STACK_TRACE)) {
            formatting = true;
            try {
                Object[] sites = frames.stream().map(frame -> (Object) new CallSiteObject(realm, frame)).toArray();
                return ObjectOperations.call(prepare, constructor, error, JSArray.create(realm, sites));
            } finally {
                formatting = false;
            }
        }
        return Strings.of(text());
    }

    private String text() {
        StringBuilder out = new StringBuilder(header(error));
        for (CallSite frame : frames) {
            out.append("\n    at ").append(frame);
        }
        return out.toString();
    }

    /** As Error.prototype.toString; what that throws counts for nothing here. */
    public static String header(JSObject error) {
        try {
            Object name = error.get(PropertyKey.of("name"));
            Object message = error.get(JSError.MESSAGE_KEY);
            String n = name == Undefined.INSTANCE ? "Error" : Conversions.toJavaString(name);
            String m = message == Undefined.INSTANCE ? "" : Conversions.toJavaString(message);
            return n.isEmpty() ? m : m.isEmpty() ? n : n + ": " + m;
        } catch (JSException e) {
            return "<error>";
        }
    }

    private static final class Collector {
        final List<CallSite> frames = new ArrayList<>();
        private final Node location;
        private final int limit;
        private JSObject skipUntil;
        private boolean top = true;

        Collector(Node location, JSObject skipUntil, int limit) {
            this.location = location;
            this.skipUntil = skipUntil;
            this.limit = limit;
        }

        /** Null to go on. */
        Object visit(FrameInstance instance) {
            Node node = top && location != null ? location : instance.getCallNode();
            top = false;
            if (!(instance.getCallTarget() instanceof RootCallTarget target)) {
                return null;
            }
            RootNode root = target.getRootNode();
            if (root.getLanguageInfo() == null || instance.getFrame(FrameInstance.FrameAccess.READ_ONLY).getArguments().length < Arguments.FIRST) {
                return null;
            }
            Object[] arguments = instance.getFrame(FrameInstance.FrameAccess.READ_ONLY).getArguments();
            boolean ours = arguments.length >= Arguments.FIRST && (arguments[Arguments.FUNCTION] instanceof JSFunction || arguments[Arguments.FUNCTION] == Undefined.INSTANCE);
            JSFunction function = ours && arguments[Arguments.FUNCTION] instanceof JSFunction f ? f : null;
            if (function == null && root.isInternal()) {
                return null;
            }
            if (skipUntil != null) {
                if (function == skipUntil) {
                    skipUntil = null;
                }
                return null;
            }
            if (function != null && function.data().isPassingOn()) {
                return null;
            }
            frames.add(CallSite.of(root, node, function, ours ? arguments[Arguments.THIS] : Undefined.INSTANCE,
                    ours && Arguments.newTarget(arguments) != Undefined.INSTANCE));
            return frames.size() >= limit ? frames : null;
        }
    }

    /** One frame. Lines and columns count from 1; 0 where there is no source. */
    public record CallSite(JSFunction function, Object thisValue, String functionName, boolean construct, SourceSection position) {

        private static final Pattern IDENTIFIER = Pattern.compile("[\\p{javaUnicodeIdentifierPart}$]+");

        static CallSite of(RootNode root, Node node, JSFunction function, Object thisValue, boolean construct) {
            SourceSection position = node == null ? null : node.getEncapsulatingSourceSection();
            if (position == null) {
                position = root.getSourceSection();
            }
            String name = function == null ? "" : functionName(function);
            if (name.isEmpty() && function != null) {
                name = function.data().inferredName();
            }
            return new CallSite(function, thisValue, name, construct, position);
        }

        private static String functionName(JSFunction function) {
            String name = Inspector.dataText(function, FunctionShapes.NAME_KEY);
            return name == null ? Strings.java(function.data().name()) : name;
        }

        public boolean isNative() {
            return function != null && function.data().sourceSection() == null;
        }

        /** Path or name of the source, or null. */
        public String file() {
            if (position == null) {
                return null;
            }
            String name = position.getSource().getName();
            String path = position.getSource().getPath();
            return path == null || name.contains("/") || name.contains("\\") ? name : path;
        }

        public int line() {
            return position == null || !position.hasLines() ? 0 : position.getStartLine();
        }

        public int column() {
            return position == null || !position.hasColumns() ? 0 : position.getStartColumn();
        }

        /** No receiver, or the global object. */
        public boolean isTopLevel() {
            return Comparison.isNullish(thisValue) || thisValue instanceof JSObject && function != null && thisValue == function.realm().globalObject();
        }

        /** The receiver's class, or null. */
        public String typeName() {
            return switch (thisValue) {
                case JSFunction f -> functionName(f).isEmpty() ? "Function" : functionName(f);
                case JSProxy p -> "Proxy";
                case JSObject o -> objectTypeName(o);
                case TruffleString s -> "String";
                case Integer i -> "Number";
                case Double d -> "Number";
                case Boolean b -> "Boolean";
                case Symbol s -> "Symbol";
                case BigInt b -> "BigInt";
                default -> null;
            };
        }

        /** JSON, Math and their like are no instances of anything but have a tag. */
        private static String objectTypeName(JSObject object) {
            String constructor = Inspector.constructorName(object);
            String tag = constructor.equals("Object") ? Inspector.tag(object) : "";
            return tag.isEmpty() ? constructor : tag;
        }

        /** The property of the receiver that holds the function, or null. Runs no guest code. */
        public String methodName() {
            if (isTopLevel() || function == null) {
                return null;
            }
            String plain = functionName.startsWith("get ") || functionName.startsWith("set ") ? functionName.substring(4) : functionName;
            String dotted = plain.substring(plain.lastIndexOf('.') + 1);
            if (holds(PropertyKey.of(dotted))) {
                return dotted;
            }
            for (JSObject o = thisValue instanceof JSObject object ? object : null; o != null && o.hasOrdinaryNamedProperties(); o = o.prototype()) {
                List<Object> keys = new ArrayList<>();
                Properties.addKeys(o, keys);
                for (Object key : keys) {
                    if (key instanceof TruffleString name && isFunction(Properties.stored(o, key))) {
                        return Strings.java(name);
                    }
                }
            }
            return null;
        }

        private boolean holds(Object key) {
            for (JSObject o = thisValue instanceof JSObject object ? object : null; o != null && o.hasOrdinaryNamedProperties(); o = o.prototype()) {
                Object stored = key instanceof Long ? null : Properties.stored(o, key);
                if (stored != null) {
                    return isFunction(stored);
                }
            }
            return false;
        }

        private boolean isFunction(Object stored) {
            return stored == function || stored instanceof Accessor accessor && (accessor.getter() == function || accessor.setter() == function);
        }

        public String place() {
            String file = isNative() ? null : file();
            return file == null ? "<anonymous>" : file + ":" + line() + ":" + column();
        }

        private String method(String type) {
            String method = methodName();
            if (functionName.isEmpty()) {
                return type + "." + (method == null ? "<anonymous>" : method);
            }
            // What is no identifier says more than a name: get x, [Symbol.iterator], a.b.c.
            String name = IDENTIFIER.matcher(functionName).matches() ? type + "." + functionName : functionName;
            boolean same = method == null || functionName.equals(method) || functionName.endsWith("." + method);
            return same ? name : name + " [as " + method + "]";
        }

        /** As V8 prints a frame after "at". */
        @Override
        public String toString() {
            if (function == null) {
                return place();
            }
            String name = functionName.isEmpty() ? "<anonymous>" : functionName;
            if (construct) {
                return "new " + name + " (" + place() + ")";
            }
            String type = isTopLevel() ? null : typeName();
            if (type != null) {
                return method(type) + " (" + place() + ")";
            }
            return functionName.isEmpty() && !isNative() ? place() : name + " (" + place() + ")";
        }
    }

    /** A CallSite as prepareStackTrace gets it; its methods are on the intrinsic prototype. */
    public static final class CallSiteObject extends JSObject {
        private static final Shape CALL_SITE_ROOT = shapeBuilder().build();
        public final CallSite site;

        CallSiteObject(Realm realm, CallSite site) {
            super(CALL_SITE_ROOT, realm.intrinsic(Intrinsic.CALL_SITE_PROTOTYPE));
            this.site = site;
        }

        @Override
        public String className() {
            return "CallSite";
        }
    }
}

package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.Idempotent;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.ReportPolymorphism;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.UnexpectedResultException;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Accessor;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.VirtualProperty;

/** Reads a property with a constant key: GetV (ECMA-262 §7.3.3), and [[Get]] with a receiver of its own. */
@ReportPolymorphism
@GenerateInline(false)
public abstract class GetPropertyNode extends Node {
    static final int LIMIT = 4;
    static final TruffleString LENGTH = PropertyKey.of("length");

    final Object key;
    /** What the first object was found to have of its own: most places see no other shape. Null before. */
    @CompilationFinal private PropertyLookup first;
    /** The same for the first object of another shape. */
    @CompilationFinal private PropertyLookup second;
    /** The key is length, and an array was seen. */
    @CompilationFinal private boolean ofArrays;

    GetPropertyNode(Object key) {
        this.key = key;
    }

    /** @param key a name or symbol, no array index */
    @NeverDefault
    public static GetPropertyNode create(Object key) {
        return GetPropertyNodeGen.create(key);
    }

    public final Object execute(Object base) {
        if (base instanceof JSObject object) {
            PropertyLookup own = first;
            if (own != null && own.isOwnOf(object)) {
                return own.storedOwn(object);
            }
            own = second;
            if (own != null && own.isOwnOf(object)) {
                return own.storedOwn(object);
            }
        }
        return other(base);
    }

    /**
     * A number. It is taken out of its box for each kind of object by itself: where boxes of several kinds meet they would have to be made.
     *
     * @throws UnexpectedResultException with a value that is none
     */
    public final double executeDouble(Object base) throws UnexpectedResultException {
        if (base instanceof JSObject object) {
            PropertyLookup own = first;
            if (own != null && own.isOwnOf(object)) {
                return JSTypes.expectDouble(own.storedOwn(object));
            }
            own = second;
            if (own != null && own.isOwnOf(object)) {
                return JSTypes.expectDouble(own.storedOwn(object));
            }
        }
        return JSTypes.expectDouble(other(base));
    }

    /** As {@link #executeDouble}, for an int. */
    public final int executeInt(Object base) throws UnexpectedResultException {
        if (base instanceof JSObject object) {
            PropertyLookup own = first;
            if (own != null && own.isOwnOf(object)) {
                return JSTypes.expectInt(own.storedOwn(object));
            }
            own = second;
            if (own != null && own.isOwnOf(object)) {
                return JSTypes.expectInt(own.storedOwn(object));
            }
        }
        if (ofArrays && base instanceof JSArray array && array.intLength() >= 0) {
            return array.intLength();
        }
        return JSTypes.expectInt(rest(base));
    }

    /** Where neither lookup is about the base. They are asked one by one above: compiled code has to know which of them it reads with. */
    private Object other(Object base) {
        return ofArrays && base instanceof JSArray array && array.intLength() >= 0 ? (Object) array.intLength() : rest(base);
    }

    /** Where no array's length is asked for either. Nothing is asked twice on the way here: a loop is counted where its test begins with conditions that hold or leave compiled code. */
    private Object rest(Object base) {
        if (first == null || second == null && base instanceof JSObject) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            return learn(base);
        }
        return executeWithReceiver(base, base);
    }

    private Object learn(Object base) {
        if (base instanceof JSArray && isLength()) {
            ofArrays = true;
        }
        PropertyLookup own = PropertyLookup.ofOwnData(base, key);
        if (first == null) {
            first = own;
        } else {
            second = own;
            if (own.isOwn()) {
                reportPolymorphicSpecialize();
            }
        }
        return execute(base);
    }

    /** @param base where the lookup starts: any value but undefined and null, which throw */
    public abstract Object executeWithReceiver(Object base, Object receiver);

    /** The key, for messages. */
    public final Object key() {
        return key;
    }

    @Specialization
    static Object ofProxy(JSProxy base, Object receiver, @Cached("create(key)") ProxyGetNode get) {
        return get.execute(base, receiver);
    }

    @Specialization(guards = {"lookup != null", "lookup.isAbout(base)"}, assumptions = "lookup.unchanged()", limit = "LIMIT")
    static Object inherited(@SuppressWarnings("unused") Object base, Object receiver,
            @Cached("inherited(base)") InheritedLookup lookup,
            @Cached @Shared("call") CallNode call) {
        return lookup.value() instanceof Accessor accessor ? call(accessor, receiver, call) : lookup.value();
    }

    private static Object call(Accessor accessor, Object receiver, CallNode call) {
        Object getter = accessor.getter();
        return getter == Undefined.INSTANCE ? getter : call.execute(getter, receiver);
    }

    @Specialization(guards = {"lookup != null", "holder != null", "lookup.isPlainData()"}, limit = "LIMIT")
    static Object data(JSObject base, Object receiver,
            @Cached("lookup(base)") PropertyLookup lookup,
            @Bind("lookup.holder(base)") JSObject holder) {
        return lookup.stored(holder);
    }

    @Specialization(guards = {"lookup != null", "holder != null", "!lookup.isPlainData()"}, limit = "LIMIT")
    Object special(JSObject base, Object receiver,
            @Cached("lookup(base)") PropertyLookup lookup,
            @Bind("lookup.holder(base)") JSObject holder,
            @Cached @Shared("call") CallNode call) {
        return read(lookup, holder, receiver, call);
    }

    private Object read(PropertyLookup lookup, JSObject holder, Object receiver, CallNode call) {
        if (!lookup.isFound()) {
            return Undefined.INSTANCE;
        }
        Object stored = lookup.stored(holder);
        if (lookup.is(PropertyFlags.VIRTUAL)) {
            return lookup.is(PropertyFlags.ACCESSOR) ? generic(holder, receiver) : ((VirtualProperty) stored).get(holder);
        }
        if (lookup.is(PropertyFlags.ACCESSOR)) {
            return call((Accessor) stored, receiver, call);
        }
        return stored instanceof LazyValue ? generic(holder, receiver) : stored;
    }

    @Specialization(replaces = {"inherited", "data", "special"})
    @TruffleBoundary
    Object generic(JSObject base, Object receiver) {
        Object value = PropertyLookup.read(Agent.get(this).propertyCache(), base, key);
        return value != null ? value : base.get(key, receiver);
    }

    @Specialization(guards = "isLength()")
    static int stringLength(TruffleString base, @SuppressWarnings("unused") Object receiver) {
        return Strings.length(base);
    }

    @Idempotent
    final boolean isLength() {
        return key == LENGTH || key instanceof TruffleString s && Strings.equal(s, LENGTH);
    }

    @Specialization(guards = {"isPrimitive(base)", "!isStringLength(base)", "lookup != null", "holder != null"}, limit = "LIMIT")
    Object primitive(Object base, Object receiver,
            @Bind("prototype(base)") JSObject prototype,
            @Cached("lookup(prototype)") PropertyLookup lookup,
            @Bind("lookup.holder(prototype)") JSObject holder,
            @Cached @Shared("call") CallNode call) {
        return read(lookup, holder, receiver, call);
    }

    @Specialization(guards = {"isPrimitive(base)", "!isStringLength(base)"}, replaces = "primitive")
    @TruffleBoundary
    Object genericPrimitive(Object base, Object receiver) {
        return prototype(base).get(key, receiver);
    }

    final boolean isStringLength(Object base) {
        return base instanceof TruffleString && isLength();
    }

    static boolean isPrimitive(Object value) {
        return Primitives.isPrimitive(value);
    }

    final JSObject prototype(Object primitive) {
        return Primitives.prototype(Realm.get(this), primitive);
    }

    @Specialization(guards = "isNullish(base)")
    Object nullish(Object base, @SuppressWarnings("unused") Object receiver) {
        throw Errors.cannotRead(base, key, this);
    }

    static boolean isNullish(Object base) {
        return base == Undefined.INSTANCE || base == Null.INSTANCE;
    }

    @Specialization(guards = "isForeign(base)")
    @TruffleBoundary
    Object foreign(Object base, @SuppressWarnings("unused") Object receiver) {
        return ForeignValues.isNull(base) ? nullish(Null.INSTANCE, receiver) : ForeignValues.get(base, key);
    }

    static boolean isForeign(Object base) {
        return ForeignValues.isForeign(base);
    }

    @TruffleBoundary
    final InheritedLookup inherited(Object base) {
        return base instanceof JSObject object ? InheritedLookup.of(object, key) : isStringLength(base) ? null : InheritedLookup.ofPrimitive(base, key);
    }

    /** A lookup to cache, or null if shapes cannot tell. */
    @TruffleBoundary
    final PropertyLookup lookup(JSObject base) {
        return PropertyLookup.of(base, key);
    }
}

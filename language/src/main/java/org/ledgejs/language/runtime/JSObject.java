package org.ledgejs.language.runtime;

import java.lang.invoke.MethodHandles;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.DynamicObject;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.utilities.TriState;

import org.ledgejs.language.LedgeLanguage;

/**
 * An object of any kind (ECMA-262 §10). The essential internal methods are here under
 * the specification's names, for any key and any object: they are the slow path and the truth. Nodes of {@code ops}
 * answer the frequent cases from shapes and must agree with them. Keys are as in {@link PropertyKey}.
 */
@ExportLibrary(InteropLibrary.class)
public abstract class JSObject extends DynamicObject {
    /** In the flags of a shape: [[Extensible]] is false. */
    public static final int NOT_EXTENSIBLE = 1;
    /** In the flags of a shape: the named properties are in a {@link Dictionary}, not in the shape. */
    public static final int DICTIONARY = 2;
    /** In the flags of a shape, from its root on: own elements may be elsewhere than in the element hooks (strings, typed arrays, proxies, namespaces). */
    public static final int EXOTIC_ELEMENTS = 4;
    /** In the flags of a shape: compiled code takes the properties for constants; {@link StableObjects} is to know of a change before it is made. */
    public static final int RELIED_ON = 8;
    /** In the flags of a shape: the properties are global variables; {@link GlobalConstants} is to know of a change before it is made. */
    public static final int GLOBAL = 16;
    /** Root shape of kinds of objects that override nothing. */
    public static final Shape ROOT = shapeBuilder().build();
    static final Shape DICTIONARY_ROOT = shapeBuilder().shapeFlags(DICTIONARY).build();

    private JSObject prototype;
    /** The properties whose keys are array indices, and in dictionary mode all; null when there are none. */
    ElementTable elements;
    /** What weak collections hold for the object, see {@link WeakEntries}: not in its shape, so that keys of them look like other objects. */
    Object[] weakEntries;

    protected JSObject(Shape shape, JSObject prototype) {
        super(shape);
        this.prototype = prototype;
    }

    /** For the root shape of a kind of objects: every class that overrides an internal method has a root of its own. */
    public static Shape.Builder shapeBuilder() {
        return Shape.newBuilder().layout(JSObject.class, MethodHandles.lookup()).allowImplicitCastIntToDouble(true);
    }

    /** OrdinaryObjectCreate with Object.prototype of the realm. */
    public static JSObject create(Realm realm) {
        return new JSPlainObject(realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE));
    }

    /** OrdinaryObjectCreate. @param prototype an object, or null */
    public static JSObject create(JSObject prototype) {
        return new JSPlainObject(prototype);
    }

    /** The prototype without asking traps: the field nodes walk. Null at the end of the chain. */
    public final JSObject prototype() {
        return prototype;
    }

    /** What Object.prototype.toString and console call an object of this kind. */
    public String className() {
        return "Object";
    }

    /**
     * Whether every string key that is no array index is found in the shape, own or inherited, with ordinary [[Get]]
     * and [[Set]]: what lets property caches work. False for proxies, namespaces, string and typed array exotics
     * where a key may be elsewhere; they override with nodes of their own or take the slow path.
     */
    public boolean hasOrdinaryNamedProperties() {
        return true;
    }

    /**
     * Whether own elements are where {@link #element} finds them, with the ordinary internal methods over them. Where not,
     * the root shape has the flag {@link #EXOTIC_ELEMENTS}.
     */
    public boolean hasOrdinaryElements() {
        return true;
    }

    // Essential internal methods (Table 4).

    /** [[GetPrototypeOf]]: an object, or null. */
    public JSObject getPrototypeOf() {
        return prototype;
    }

    /** [[SetPrototypeOf]] (§10.1.2). */
    @TruffleBoundary
    public boolean setPrototypeOf(JSObject value) {
        if (value == prototype) {
            return true;
        }
        if (!isExtensible()) {
            return false;
        }
        for (JSObject p = value; p != null; p = p.prototype) {
            if (p == this) {
                return false;
            }
            if (p.hasExoticPrototype()) {
                break;
            }
        }
        if (isReliedOn()) {
            StableObjects.changing(this);
        }
        if (value == null && !(prototype instanceof ObjectPrototypeObject)) {
            FormerClass.remember(this);
        }
        prototype = value;
        return true;
    }

    /** Whether {@link StableObjects} is to know of changes. */
    public final boolean isReliedOn() {
        return (getShape().getFlags() & RELIED_ON) != 0;
    }

    /** Whether {@link GlobalConstants} is to know of changes. */
    public final boolean holdsGlobals() {
        return (getShape().getFlags() & GLOBAL) != 0;
    }

    /** [[GetPrototypeOf]] is not the ordinary one: a proxy. */
    protected boolean hasExoticPrototype() {
        return false;
    }

    /** [[IsExtensible]]. */
    public boolean isExtensible() {
        return (getShape().getFlags() & NOT_EXTENSIBLE) == 0;
    }

    /** [[PreventExtensions]]. */
    @TruffleBoundary
    public boolean preventExtensions() {
        Properties.setShapeFlag(this, NOT_EXTENSIBLE);
        return true;
    }

    /** [[GetOwnProperty]]: complete, or null. */
    @TruffleBoundary
    public PropertyDescriptor getOwnProperty(Object key) {
        return OrdinaryObject.getOwnProperty(this, key);
    }

    /** [[DefineOwnProperty]]. */
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        return OrdinaryObject.defineOwnProperty(this, key, descriptor);
    }

    /** [[HasProperty]]. */
    @TruffleBoundary
    public boolean hasProperty(Object key) {
        return OrdinaryObject.hasProperty(this, key);
    }

    /** [[Get]]. */
    @TruffleBoundary
    public Object get(Object key, Object receiver) {
        return OrdinaryObject.get(this, key, receiver);
    }

    /** [[Set]]. */
    @TruffleBoundary
    public boolean set(Object key, Object value, Object receiver) {
        return OrdinaryObject.set(this, key, value, receiver);
    }

    /** [[Delete]]. */
    @TruffleBoundary
    public boolean delete(Object key) {
        return OrdinaryObject.delete(this, key);
    }

    /** [[OwnPropertyKeys]]: indices ascending, strings in order of creation, then symbols. */
    @TruffleBoundary
    public List<Object> ownPropertyKeys() {
        return OrdinaryObject.ownPropertyKeys(this);
    }

    /** Has [[Call]]. */
    public boolean isCallable() {
        return false;
    }

    /** Has [[Construct]]. */
    public boolean isConstructor() {
        return false;
    }

    /** [[Call]]. */
    public Object call(@SuppressWarnings("unused") Object thisValue, @SuppressWarnings("unused") Object... arguments) {
        throw Errors.typeError(className() + " is not a function");
    }

    /** [[Construct]]. */
    public Object construct(@SuppressWarnings("unused") Object[] arguments, @SuppressWarnings("unused") JSObject newTarget) {
        throw Errors.typeError(className() + " is not a constructor");
    }

    // Where properties with index keys live. Arrays keep them elsewhere.

    /** {@link PropertyFlags} of an own element, or -1 if there is none. */
    protected int elementFlags(long index) {
        return elements == null ? -1 : elements.flags(index);
    }

    /** The stored value of an own element (an {@link Accessor} if its flags say so), or null. */
    protected Object element(long index) {
        return elements == null ? null : elements.get(index);
    }

    /** Adds or replaces, without checks. */
    protected void putElement(long index, Object value, int flags) {
        if (elements == null) {
            if (isReliedOn()) {
                StableObjects.changing(this);
            }
            elements = new ElementTable();
        }
        elements.put(index, value, flags);
    }

    protected void removeElement(long index) {
        if (elements != null) {
            elements.remove(index);
        }
    }

    /** Appends the indices of the elements, ascending, as Long. */
    protected void addElementKeys(List<Object> keys) {
        if (elements != null) {
            elements.addKeys(keys);
        }
    }

    /** No own elements for certain: lets reads and writes of holes walk past it. */
    public final boolean hasNoElements() {
        if (this instanceof JSArray array) {
            return array.length() == 0;
        }
        return elements == null && (getShape().getFlags() & EXOTIC_ELEMENTS) == 0;
    }

    /** No object on the prototype chain has elements, for certain. */
    public final boolean inheritsNoElements() {
        for (JSObject p = prototype; p != null; p = p.prototype) {
            if (!p.hasNoElements()) {
                return false;
            }
        }
        return true;
    }

    // Shorthands.

    public final Object get(Object key) {
        return get(key, this);
    }

    /** [[Set]] with this as receiver. */
    public final boolean set(Object key, Object value) {
        return set(key, value, this);
    }

    /** An own or inherited indexed element; arrays override it to spare the key object. */
    public Object getIndex(long index) {
        return get(PropertyKey.of(index), this);
    }

    /** [[Set]] of an index with this as receiver. */
    public boolean setIndex(long index, Object value) {
        return set(PropertyKey.of(index), value, this);
    }

    /** Adds or replaces an own property with these {@link PropertyFlags}: for objects under construction, no checks. */
    public final void define(Object key, Object value, int flags) {
        OrdinaryObject.defineUnchecked(this, key, value, flags);
    }

    // To the polyglot world: members are properties, see InteropMembers.

    @ExportMessage
    final boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    final Class<? extends TruffleLanguage<?>> getLanguage() {
        return LedgeLanguage.class;
    }

    @ExportMessage
    final Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Strings.of(Inspector.display(this));
    }

    @ExportMessage
    final boolean hasMembers() {
        return true;
    }

    @ExportMessage
    final Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        return InteropMembers.names(this);
    }

    @ExportMessage
    final boolean isMemberReadable(String member) {
        return InteropMembers.isReadable(this, member);
    }

    @ExportMessage
    final Object readMember(String member) throws UnknownIdentifierException {
        return InteropMembers.read(this, member);
    }

    @ExportMessage
    final boolean isMemberModifiable(String member) {
        return InteropMembers.isModifiable(this, member);
    }

    @ExportMessage
    final boolean isMemberInsertable(String member) {
        return InteropMembers.isInsertable(this, member);
    }

    @ExportMessage
    final void writeMember(String member, Object value) throws UnsupportedMessageException, UnknownIdentifierException {
        InteropMembers.write(this, member, value);
    }

    @ExportMessage
    final boolean isMemberRemovable(String member) {
        return InteropMembers.isRemovable(this, member);
    }

    @ExportMessage
    final void removeMember(String member) throws UnsupportedMessageException, UnknownIdentifierException {
        InteropMembers.remove(this, member);
    }

    @ExportMessage
    final boolean isMemberInvocable(String member) {
        return InteropMembers.isInvocable(this, member);
    }

    @ExportMessage
    final Object invokeMember(String member, Object[] arguments) throws UnknownIdentifierException, UnsupportedMessageException {
        return InteropMembers.invoke(this, member, arguments);
    }

    @ExportMessage
    final boolean hasMemberReadSideEffects(String member) {
        return InteropMembers.hasReadSideEffects(this, member);
    }

    @ExportMessage
    final boolean hasMemberWriteSideEffects(String member) {
        return InteropMembers.hasReadSideEffects(this, member);
    }

    /** Callable without new. */
    @ExportMessage
    boolean isExecutable() {
        return InteropMembers.isExecutable(this);
    }

    @ExportMessage
    Object execute(Object[] arguments) throws UnsupportedMessageException {
        if (!isExecutable()) {
            throw UnsupportedMessageException.create();
        }
        return InteropMembers.call(this, Undefined.INSTANCE, arguments);
    }

    @ExportMessage
    final boolean isInstantiable() {
        return isConstructor();
    }

    @ExportMessage
    final Object instantiate(Object[] arguments) throws UnsupportedMessageException {
        if (!isConstructor()) {
            throw UnsupportedMessageException.create();
        }
        return InteropMembers.construct(this, arguments);
    }

    @ExportMessage
    boolean hasIterator() {
        return InteropMembers.isIterable(this);
    }

    @ExportMessage
    Object getIterator() throws UnsupportedMessageException {
        if (!hasIterator()) {
            throw UnsupportedMessageException.create();
        }
        return InteropIterator.of(Iteration.getIterator(this));
    }

    @ExportMessage
    final boolean isIterator() {
        return InteropMembers.isIterator(this);
    }

    @ExportMessage
    final boolean hasIteratorNextElement() throws UnsupportedMessageException {
        return ahead().hasIteratorNextElement();
    }

    @ExportMessage
    final Object getIteratorNextElement() throws UnsupportedMessageException, StopIterationException {
        return ahead().getIteratorNextElement();
    }

    private InteropIterator ahead() throws UnsupportedMessageException {
        if (!isIterator()) {
            throw UnsupportedMessageException.create();
        }
        return InteropIterator.of(this);
    }

    @ExportMessage
    final boolean hasMetaObject() {
        return InteropMembers.metaObject(this) != null;
    }

    @ExportMessage
    final Object getMetaObject() throws UnsupportedMessageException {
        JSObject meta = InteropMembers.metaObject(this);
        if (meta == null) {
            throw UnsupportedMessageException.create();
        }
        return meta;
    }

    @ExportMessage
    final TriState isIdenticalOrUndefined(Object other) {
        return other instanceof JSObject ? TriState.valueOf(this == other) : TriState.UNDEFINED;
    }

    @ExportMessage
    @TruffleBoundary
    final int identityHashCode() {
        return System.identityHashCode(this);
    }
}

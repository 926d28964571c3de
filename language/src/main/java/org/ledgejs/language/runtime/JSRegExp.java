package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/** A RegExp instance (ECMA-262 §22.2.8). Its lastIndex is a field behind a virtual property. */
public final class JSRegExp extends JSObject {
    public static final TruffleString LAST_INDEX = Strings.constant("lastIndex");
    private static final int LAST_INDEX_FLAGS = PropertyFlags.NOT_ENUMERABLE | PropertyFlags.NOT_CONFIGURABLE | PropertyFlags.VIRTUAL;
    public static final Shape REGEXP_ROOT = shapeBuilder().addConstantProperty(LAST_INDEX, new LastIndex(), LAST_INDEX_FLAGS).build();

    private final Realm realm;
    private final boolean legacyFeatures;
    private RegExpCode code;
    private Object lastIndex = 0;

    private JSRegExp(JSObject prototype, Realm realm, RegExpCode code, boolean legacyFeatures) {
        super(REGEXP_ROOT, prototype);
        this.realm = realm;
        this.code = code;
        this.legacyFeatures = legacyFeatures;
    }

    private static final class LastIndex implements VirtualProperty {
        @Override
        public Object get(JSObject holder) {
            return ((JSRegExp) holder).lastIndex;
        }

        @Override
        public boolean set(JSObject holder, Object value) {
            ((JSRegExp) holder).lastIndex = value;
            return true;
        }
    }

    /** What a literal evaluates to, or RegExpCreate (§22.2.3.1). @throws JSException SyntaxError */
    @TruffleBoundary
    public static JSRegExp create(Realm realm, TruffleString pattern, TruffleString flags) {
        return create(realm, realm.agent().language().regExps().get(pattern, flags));
    }

    public static JSRegExp create(Realm realm, RegExpCode code) {
        return new JSRegExp(realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE), realm, code, true);
    }

    /** An instance for a constructor that may be a subclass's. @param legacyFeatures whether matching updates RegExp.$1 and its like */
    public static JSRegExp create(JSObject prototype, Realm realm, RegExpCode code, boolean legacyFeatures) {
        return new JSRegExp(prototype, realm, code, legacyFeatures);
    }

    public RegExpCode code() {
        return code;
    }

    /** RegExp.prototype.compile. */
    public void setCode(RegExpCode newCode) {
        code = newCode;
    }

    /** The realm of its creation. */
    public Realm realm() {
        return realm;
    }

    /** [[LegacyFeaturesEnabled]] of the legacy features proposal. */
    public boolean hasLegacyFeatures() {
        return legacyFeatures;
    }

    public Object lastIndex() {
        return lastIndex;
    }

    /** Set with throwing. */
    public void setLastIndex(Object value) {
        if (getShape() != REGEXP_ROOT) {
            requireWritable();
        }
        lastIndex = value;
    }

    @TruffleBoundary
    private void requireWritable() {
        if (!PropertyFlags.writable(Properties.flags(this, LAST_INDEX))) {
            throw Errors.readOnly(this, LAST_INDEX, null);
        }
    }

    /** No own properties but lastIndex, which is writable; the prototype of its realm. */
    public boolean isPristine(Realm current) {
        return getShape() == REGEXP_ROOT && prototype() == current.intrinsic(Intrinsic.REGEXP_PROTOTYPE);
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (!LAST_INDEX.equals(key)) {
            return OrdinaryObject.defineOwnProperty(this, key, descriptor);
        }
        if (!OrdinaryObject.validateAndApply(null, key, isExtensible(), descriptor, getOwnProperty(key))) {
            return false;
        }
        if (descriptor.value() != null) {
            lastIndex = descriptor.value();
        }
        if (descriptor.writable() != null && !descriptor.isWritable()) {
            Properties.setFlags(this, LAST_INDEX, LAST_INDEX_FLAGS | PropertyFlags.NOT_WRITABLE);
        }
        return true;
    }

    @Override
    public String className() {
        return "RegExp";
    }
}

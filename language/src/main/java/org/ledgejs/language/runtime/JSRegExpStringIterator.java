package org.ledgejs.language.runtime;

import com.oracle.truffle.api.strings.TruffleString;

/** A RegExp String Iterator (ECMA-262 §22.2.9): what matchAll returns. */
public final class JSRegExpStringIterator extends JSObject {
    private final JSObject matcher;
    private final TruffleString string;
    private final boolean global;
    private final boolean unicode;
    private boolean done;

    private JSRegExpStringIterator(JSObject prototype, JSObject matcher, TruffleString string, boolean global, boolean unicode) {
        super(ROOT, prototype);
        this.matcher = matcher;
        this.string = string;
        this.global = global;
        this.unicode = unicode;
    }

    public static JSRegExpStringIterator create(Realm realm, JSObject matcher, TruffleString string, boolean global, boolean unicode) {
        return new JSRegExpStringIterator(realm.intrinsic(Intrinsic.REGEXP_STRING_ITERATOR_PROTOTYPE), matcher, string, global, unicode);
    }

    public JSObject matcher() {
        return matcher;
    }

    public TruffleString string() {
        return string;
    }

    public boolean isGlobal() {
        return global;
    }

    public boolean isUnicode() {
        return unicode;
    }

    public boolean isDone() {
        return done;
    }

    public void finish() {
        done = true;
    }

    @Override
    public String className() {
        return "RegExp String Iterator";
    }
}

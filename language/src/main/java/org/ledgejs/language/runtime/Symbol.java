package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.utilities.TriState;

import org.ledgejs.language.LedgeLanguage;

/** A symbol value (ECMA-262 §6.1.5). Well-known symbols are shared by all contexts; they hold nothing. */
@ExportLibrary(InteropLibrary.class)
public final class Symbol implements TruffleObject {
    public static final Symbol ASYNC_ITERATOR = wellKnown("asyncIterator");
    public static final Symbol HAS_INSTANCE = wellKnown("hasInstance");
    public static final Symbol IS_CONCAT_SPREADABLE = wellKnown("isConcatSpreadable");
    public static final Symbol ITERATOR = wellKnown("iterator");
    public static final Symbol MATCH = wellKnown("match");
    public static final Symbol MATCH_ALL = wellKnown("matchAll");
    public static final Symbol REPLACE = wellKnown("replace");
    public static final Symbol SEARCH = wellKnown("search");
    public static final Symbol SPECIES = wellKnown("species");
    public static final Symbol SPLIT = wellKnown("split");
    public static final Symbol METADATA = wellKnown("metadata");
    public static final Symbol TO_PRIMITIVE = wellKnown("toPrimitive");
    public static final Symbol TO_STRING_TAG = wellKnown("toStringTag");
    public static final Symbol UNSCOPABLES = wellKnown("unscopables");
    public static final Symbol DISPOSE = wellKnown("dispose");
    public static final Symbol ASYNC_DISPOSE = wellKnown("asyncDispose");

    /** A TruffleString, or Undefined. */
    private final Object description;

    /** @param description a TruffleString, or Undefined */
    public Symbol(Object description) {
        this.description = description;
    }

    private static Symbol wellKnown(String name) {
        return new Symbol(Strings.of("Symbol." + name));
    }

    public Object description() {
        return description;
    }

    /** SymbolDescriptiveString (§20.4.3.3.1). */
    @Override
    public String toString() {
        return "Symbol(" + (description instanceof TruffleString s ? Strings.java(s) : "") + ")";
    }

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return LedgeLanguage.class;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Strings.of(toString());
    }

    @ExportMessage
    boolean hasMetaObject() {
        return InteropMembers.metaObject(this) != null;
    }

    @ExportMessage
    Object getMetaObject() throws UnsupportedMessageException {
        JSObject meta = InteropMembers.metaObject(this);
        if (meta == null) {
            throw UnsupportedMessageException.create();
        }
        return meta;
    }

    @ExportMessage
    TriState isIdenticalOrUndefined(Object other) {
        return other instanceof Symbol ? TriState.valueOf(this == other) : TriState.UNDEFINED;
    }

    @ExportMessage
    @TruffleBoundary
    int identityHashCode() {
        return System.identityHashCode(this);
    }
}

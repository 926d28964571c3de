package org.ledgejs.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.Inspector;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** A primitive or foreign value as the language sees it: how it prints, and which constructor it belongs to. */
@ExportLibrary(value = InteropLibrary.class, delegateTo = "delegate")
public final class LanguageView implements TruffleObject {
    final Object delegate;
    private final Realm realm;

    public LanguageView(Realm realm, Object delegate) {
        this.realm = realm;
        this.delegate = delegate;
    }

    private Intrinsic constructor() {
        return switch (ForeignValues.toGuest(delegate)) {
            case TruffleString s -> Intrinsic.STRING;
            case Integer i -> Intrinsic.NUMBER;
            case Double d -> Intrinsic.NUMBER;
            case Boolean b -> Intrinsic.BOOLEAN;
            case BigInt b -> Intrinsic.BIGINT;
            default -> null;
        };
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
    @TruffleBoundary
    boolean hasMetaObject() {
        return constructor() != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMetaObject() throws UnsupportedMessageException {
        Intrinsic constructor = constructor();
        if (constructor == null) {
            throw UnsupportedMessageException.create();
        }
        return realm.intrinsic(constructor);
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Strings.of(Inspector.display(ForeignValues.toGuest(delegate)));
    }
}

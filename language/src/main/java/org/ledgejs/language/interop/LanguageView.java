package org.ledgejs.language.interop;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.Inspector;
import org.ledgejs.language.runtime.InteropMembers;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Strings;

/** A primitive or foreign value as the language sees it: how it prints, and which constructor it belongs to. */
@ExportLibrary(value = InteropLibrary.class, delegateTo = "delegate")
public final class LanguageView implements TruffleObject {
    final Object delegate;

    public LanguageView(Object delegate) {
        this.delegate = delegate;
    }

    private JSObject metaObject() {
        return InteropMembers.metaObject(ForeignValues.toGuest(delegate));
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
        return metaObject() != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMetaObject() throws UnsupportedMessageException {
        JSObject meta = metaObject();
        if (meta == null) {
            throw UnsupportedMessageException.create();
        }
        return meta;
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Strings.of(Inspector.display(ForeignValues.toGuest(delegate)));
    }
}

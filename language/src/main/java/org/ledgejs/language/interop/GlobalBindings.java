package org.ledgejs.language.interop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.GlobalScope;
import org.ledgejs.language.runtime.InteropArray;
import org.ledgejs.language.runtime.InteropMembers;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** The bindings of a context: top-level let, const and class of scripts, then the properties of the global object. */
@ExportLibrary(InteropLibrary.class)
public final class GlobalBindings implements TruffleObject {
    private final Realm realm;

    public GlobalBindings(Realm realm) {
        this.realm = realm;
    }

    private JSObject global() {
        return realm.globalObject();
    }

    /** Has a value in the script scope: an uninitialised variable is not seen from outside. */
    private boolean isLexical(TruffleString name) {
        return realm.globalScope().isInitialized(name);
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
    boolean isScope() {
        return true;
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Strings.of("global");
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        Set<Object> names = new LinkedHashSet<>();
        GlobalScope scope = realm.globalScope();
        for (Object key : scope.ownPropertyKeys()) {
            if (key instanceof TruffleString name && isLexical(name)) {
                names.add(key);
            }
        }
        names.addAll(List.of(InteropMembers.enumerableNames(global())));
        return new InteropArray(names.toArray());
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return isLexical(Strings.of(member)) || InteropMembers.isReadable(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        TruffleString name = Strings.of(member);
        return isLexical(name) ? realm.globalScope().read(name) : InteropMembers.read(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        TruffleString name = Strings.of(member);
        return isLexical(name) ? !realm.globalScope().isConstant(name) : InteropMembers.isModifiable(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberInsertable(String member) {
        return !isLexical(Strings.of(member)) && InteropMembers.isInsertable(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value) throws UnsupportedMessageException, UnknownIdentifierException {
        TruffleString name = Strings.of(member);
        if (!isLexical(name)) {
            InteropMembers.write(global(), member, value);
        } else if (realm.globalScope().isConstant(name)) {
            throw UnsupportedMessageException.create();
        } else {
            realm.globalScope().write(name, ForeignValues.toGuest(value));
        }
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberRemovable(String member) {
        return !isLexical(Strings.of(member)) && InteropMembers.isRemovable(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    void removeMember(String member) throws UnsupportedMessageException, UnknownIdentifierException {
        if (isLexical(Strings.of(member))) {
            throw UnsupportedMessageException.create();
        }
        InteropMembers.remove(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberInvocable(String member) {
        TruffleString name = Strings.of(member);
        return isLexical(name) ? InteropMembers.isExecutable(realm.globalScope().read(name)) : InteropMembers.isInvocable(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    Object invokeMember(String member, Object[] arguments) throws UnknownIdentifierException, UnsupportedMessageException {
        TruffleString name = Strings.of(member);
        return isLexical(name) ? InteropMembers.callExecutable(realm.globalScope().read(name), arguments)
                : InteropMembers.invoke(global(), member, arguments);
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasMemberReadSideEffects(String member) {
        return !isLexical(Strings.of(member)) && InteropMembers.hasReadSideEffects(global(), member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean hasMemberWriteSideEffects(String member) {
        return hasMemberReadSideEffects(member);
    }
}

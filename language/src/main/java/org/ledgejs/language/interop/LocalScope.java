package org.ledgejs.language.interop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.ImportBinding;
import org.ledgejs.language.runtime.InteropArray;
import org.ledgejs.language.runtime.Scope;
import org.ledgejs.language.runtime.Strings;

/** Variables of a block or function, or of a scope it closes over, for debuggers. One that is not initialised hides others of its name, but is not seen. */
@ExportLibrary(InteropLibrary.class)
public final class LocalScope implements TruffleObject {
    private final String name;
    private final SourceSection section;
    private final Map<String, Place> variables = new LinkedHashMap<>();
    private final LocalScope parent;

    /** Where a variable is. */
    private interface Place {
        /** Null while uninitialised. */
        Object read();

        boolean isWritable();

        void write(Object value);
    }

    private record InFrame(MaterializedFrame frame, int slot, boolean isWritable) implements Place {
        @Override
        public Object read() {
            return frame.getValue(slot);
        }

        @Override
        public void write(Object value) {
            frame.setObject(slot, value);
        }
    }

    private record Fixed(Object read) implements Place {
        @Override
        public boolean isWritable() {
            return false;
        }

        @Override
        public void write(Object value) {
            throw new UnsupportedOperationException();
        }
    }

    private record InScope(Scope scope, int slot, boolean isWritable) implements Place {
        @Override
        public Object read() {
            Object value = scope.slots[slot];
            return value instanceof ImportBinding binding ? binding.scope().slots[binding.slot()] : value;
        }

        @Override
        public void write(Object value) {
            scope.slots[slot] = value;
        }
    }

    /** @param section where the function stands; null if that is not known. @param parent null for the outermost */
    public LocalScope(String name, SourceSection section, LocalScope parent) {
        this.name = name;
        this.section = section;
        this.parent = parent;
    }

    public void addLocal(String variable, MaterializedFrame frame, int slot, boolean writable) {
        variables.putIfAbsent(variable, new InFrame(frame, slot, writable));
    }

    public void addCaptured(String variable, Scope scope, int slot, boolean writable) {
        variables.putIfAbsent(variable, new InScope(scope, slot, writable));
    }

    /** A variable of a function that is not running: it has a name only. */
    public void addName(String variable) {
        variables.putIfAbsent(variable, null);
    }

    /** {@code this} of the activation. */
    public void addThis(Object value) {
        variables.put("this", new Fixed(value));
    }

    private Object value(String member) {
        Place place = variables.get(member);
        return place == null ? null : place.read();
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
        return Strings.of(name);
    }

    @ExportMessage
    boolean hasSourceLocation() {
        return section != null;
    }

    @ExportMessage
    SourceSection getSourceLocation() throws UnsupportedMessageException {
        if (section == null) {
            throw UnsupportedMessageException.create();
        }
        return section;
    }

    @ExportMessage
    boolean isScope() {
        return true;
    }

    @ExportMessage
    boolean hasScopeParent() {
        return parent != null;
    }

    @ExportMessage
    Object getScopeParent() throws UnsupportedMessageException {
        if (parent == null) {
            throw UnsupportedMessageException.create();
        }
        return parent;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    /** Its own names, then its parents', those that are hidden included. */
    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        List<Object> names = new ArrayList<>();
        for (LocalScope scope = this; scope != null; scope = scope.parent) {
            scope.variables.forEach((variable, place) -> {
                if (place == null || place.read() != null) {
                    names.add(Strings.of(variable));
                }
            });
        }
        return new InteropArray(names.toArray());
    }

    private LocalScope holder(String member) {
        LocalScope scope = this;
        while (scope != null && !scope.variables.containsKey(member)) {
            scope = scope.parent;
        }
        return scope;
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        LocalScope holder = holder(member);
        return holder != null && holder.value(member) != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        if (!isMemberReadable(member)) {
            throw UnknownIdentifierException.create(member);
        }
        return holder(member).value(member);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        return isMemberReadable(member) && holder(member).variables.get(member).isWritable();
    }

    @ExportMessage
    boolean isMemberInsertable(@SuppressWarnings("unused") String member) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value) throws UnknownIdentifierException, UnsupportedMessageException {
        if (!isMemberReadable(member)) {
            throw UnknownIdentifierException.create(member);
        }
        if (!isMemberModifiable(member)) {
            throw UnsupportedMessageException.create();
        }
        holder(member).variables.get(member).write(ForeignValues.toGuest(value));
    }
}

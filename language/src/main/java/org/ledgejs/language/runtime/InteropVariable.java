package org.ledgejs.language.runtime;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** What a node tells instruments of the variable it reads or writes: its name, as the member that the tag asks for. */
@ExportLibrary(InteropLibrary.class)
public final class InteropVariable implements TruffleObject {
    private final String member;
    private final String name;

    /** @param member a NAME of a tag */
    public InteropVariable(String member, String name) {
        this.member = member;
        this.name = name;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        return new InteropArray(Strings.of(member));
    }

    @ExportMessage
    boolean isMemberReadable(String key) {
        return member.equals(key);
    }

    @ExportMessage
    Object readMember(String key) throws UnknownIdentifierException {
        if (!isMemberReadable(key)) {
            throw UnknownIdentifierException.create(key);
        }
        return Strings.of(name);
    }
}

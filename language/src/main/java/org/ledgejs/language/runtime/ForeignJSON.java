package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;

/** What JSON.stringify sees of a foreign object: a copy of one level, as an array or an object. */
public final class ForeignJSON {
    private ForeignJSON() { }

    /** @return a plain object or array with the foreign object's elements or readable members, or null if it has neither */
    @TruffleBoundary
    public static JSObject view(Realm realm, Object foreign) {
        InteropLibrary interop = InteropLibrary.getUncached(foreign);
        try {
            if (interop.hasArrayElements(foreign)) {
                JSArray array = ObjectOperations.createArrayFromList(realm);
                for (long i = 0; i < interop.getArraySize(foreign); i++) {
                    ObjectOperations.createDataProperty(array, PropertyKey.of(i), ForeignValues.toGuest(interop.readArrayElement(foreign, i)));
                }
                return array;
            }
            if (interop.hasHashEntries(foreign)) {
                return ofEntries(realm, interop.getHashEntriesIterator(foreign));
            }
            if (interop.hasMembers(foreign)) {
                return ofMembers(realm, foreign, interop);
            }
            return null;
        } catch (InteropException e) {
            throw Errors.typeError("A foreign object changed while it was serialized: " + e.getMessage());
        }
    }

    private static JSObject ofMembers(Realm realm, Object foreign, InteropLibrary interop) throws InteropException {
        JSObject object = JSObject.create(realm);
        Object members = interop.getMembers(foreign);
        InteropLibrary list = InteropLibrary.getUncached(members);
        for (long i = 0; i < list.getArraySize(members); i++) {
            String name = InteropLibrary.getUncached().asString(list.readArrayElement(members, i));
            if (interop.isMemberReadable(foreign, name)) {
                Object value = ForeignValues.toGuest(interop.readMember(foreign, name));
                ObjectOperations.createDataProperty(object, PropertyKey.of(Strings.of(name)), value);
            }
        }
        return object;
    }

    private static JSObject ofEntries(Realm realm, Object iterator) throws InteropException {
        JSObject object = JSObject.create(realm);
        InteropLibrary entries = InteropLibrary.getUncached(iterator);
        while (entries.hasIteratorNextElement(iterator)) {
            Object entry = entries.getIteratorNextElement(iterator);
            InteropLibrary pair = InteropLibrary.getUncached(entry);
            Object key = Conversions.toPropertyKey(ForeignValues.toGuest(pair.readArrayElement(entry, 0)));
            ObjectOperations.createDataProperty(object, key, ForeignValues.toGuest(pair.readArrayElement(entry, 1)));
        }
        return object;
    }
}

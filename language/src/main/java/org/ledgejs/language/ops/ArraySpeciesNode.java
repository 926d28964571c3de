package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Accessor;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Symbol;

/**
 * Whether ArraySpeciesCreate (ECMA-262 §10.4.2.3) of an array makes an array of the realm, asked without the program noticing:
 * its constructor is the realm's Array, and Array's species is the one it was born with.
 */
@GenerateInline(false)
public abstract class ArraySpeciesNode extends Node {
    static final int LIMIT = 4;
    private static final TruffleString CONSTRUCTOR = PropertyKey.of("constructor");

    @NeverDefault
    public static ArraySpeciesNode create() {
        return ArraySpeciesNodeGen.create();
    }

    public abstract boolean execute(Realm realm, JSArray array);

    @Specialization(guards = {"constructor != null", "species != null", "holder != null", "arrayHolder != null"}, limit = "LIMIT")
    static boolean cached(Realm realm, @SuppressWarnings("unused") JSArray array,
            @Cached("constructorOf(array)") PropertyLookup constructor,
            @Bind("constructor.holder(array)") JSObject holder,
            @Cached("speciesOf(realm)") PropertyLookup species,
            @Bind("species.holder(array(realm))") JSObject arrayHolder) {
        return constructor.stored(holder) == array(realm)
                && ((Accessor) species.stored(arrayHolder)).getter() == realm.intrinsic(Intrinsic.ARRAY_SPECIES);
    }

    static JSObject array(Realm realm) {
        return realm.intrinsic(Intrinsic.ARRAY);
    }

    /** Null unless it is a data property, whose value exists. */
    @TruffleBoundary
    static PropertyLookup constructorOf(JSArray array) {
        PropertyLookup lookup = PropertyLookup.of(array, CONSTRUCTOR);
        if (lookup == null || !lookup.isFound() || lookup.is(PropertyFlags.ACCESSOR | PropertyFlags.VIRTUAL)) {
            return null;
        }
        // Making a value may change the shape.
        Properties.read(lookup.holder(array), CONSTRUCTOR);
        return PropertyLookup.of(array, CONSTRUCTOR);
    }

    /** Null unless it is an own accessor. */
    @TruffleBoundary
    static PropertyLookup speciesOf(Realm realm) {
        PropertyLookup lookup = PropertyLookup.of(array(realm), Symbol.SPECIES);
        return lookup != null && lookup.isOwn() && lookup.is(PropertyFlags.ACCESSOR) ? lookup : null;
    }

    @Specialization(replaces = "cached")
    @TruffleBoundary
    static boolean generic(Realm realm, JSArray array) {
        PropertyLookup constructor = constructorOf(array);
        PropertyLookup species = speciesOf(realm);
        return constructor != null && species != null
                && cached(realm, array, constructor, constructor.holder(array), species, array(realm));
    }
}

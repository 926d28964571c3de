package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.GenerateUncached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpPrototypeObject;

/** Whether methods may work on an expression without asking its properties: nothing that they would ask was changed. */
@GenerateUncached
@GenerateInline(false)
public abstract class RegExpPristineNode extends Node {

    @NeverDefault
    public static RegExpPristineNode create() {
        return RegExpPristineNodeGen.create();
    }

    public static RegExpPristineNode getUncached() {
        return RegExpPristineNodeGen.getUncached();
    }

    public final boolean execute(Realm realm, JSRegExp regExp) {
        return regExp.isPristine(realm) && regExp.lastIndex() instanceof Integer
                && executePrototype((RegExpPrototypeObject) realm.intrinsic(Intrinsic.REGEXP_PROTOTYPE));
    }

    protected abstract boolean executePrototype(RegExpPrototypeObject prototype);

    @Specialization(guards = {"lookups != null", "present"}, limit = "2")
    @ExplodeLoop
    static boolean cached(RegExpPrototypeObject prototype,
            @Cached(value = "lookups(prototype)", dimensions = 1) PropertyLookup[] lookups,
            @Bind("isPresent(lookups, prototype)") @SuppressWarnings("unused") boolean present) {
        for (int i = 0; i < lookups.length; i++) {
            if (lookups[i].stored(prototype) != prototype.original(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isPresent(PropertyLookup[] lookups, RegExpPrototypeObject prototype) {
        return lookups[0].holder(prototype) == prototype;
    }

    /** One lookup for each observed key, all of the present shape; null if one is not there. */
    @TruffleBoundary
    static PropertyLookup[] lookups(RegExpPrototypeObject prototype) {
        PropertyLookup[] lookups = new PropertyLookup[RegExpPrototypeObject.observedCount()];
        for (int i = 0; i < lookups.length; i++) {
            lookups[i] = PropertyLookup.of(prototype, RegExpPrototypeObject.observedKey(i));
            if (lookups[i] == null || !lookups[i].isOwn()) {
                return null;
            }
        }
        return lookups;
    }

    @Specialization(replaces = "cached")
    @TruffleBoundary
    static boolean generic(RegExpPrototypeObject prototype) {
        for (int i = 0; i < RegExpPrototypeObject.observedCount(); i++) {
            if (Properties.stored(prototype, RegExpPrototypeObject.observedKey(i)) != prototype.original(i)) {
                return false;
            }
        }
        return true;
    }
}

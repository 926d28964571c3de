package org.ledgejs.language.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The class of objects that have lost it: V8 still knows who made an object when its prototype has become null, and util.inspect shows it. */
final class FormerClass {
    private static final Map<JSObject, String> NAMES = Collections.synchronizedMap(new WeakHashMap<>());

    private FormerClass() { }

    /** To be called before the prototype goes. Plain objects, of which there may be many, need no memory. */
    static void remember(JSObject object) {
        String name = Inspector.constructorName(object);
        if (!name.equals(object.className())) {
            NAMES.put(object, name);
        }
    }

    /** @return null if nothing is known */
    static String of(JSObject object) {
        return NAMES.get(object);
    }
}

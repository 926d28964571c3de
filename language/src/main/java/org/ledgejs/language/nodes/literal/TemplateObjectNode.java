package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** GetTemplateObject (ECMA-262 §13.2.8.4): one frozen array a site and realm. */
public final class TemplateObjectNode extends JSNode {
    private final Object unit;
    private final int site;
    private final Object[] cooked;
    private final Object[] raw;

    /** @param site a place in the unit's code, the same for all clones of the function */
    public TemplateObjectNode(Object unit, int site, Object[] cooked, Object[] raw) {
        this.unit = unit;
        this.site = site;
        this.cooked = cooked;
        this.raw = raw;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return lookup(Realm.get(this));
    }

    @TruffleBoundary
    private Object lookup(Realm realm) {
        return realm.templateObjects(unit).computeIfAbsent(site, s -> create(realm));
    }

    private JSObject create(Realm realm) {
        JSArray rawStrings = JSArray.create(realm, raw);
        JSArray template = JSArray.create(realm, cooked.clone());
        ObjectOperations.setIntegrityLevel(rawStrings, true);
        template.define(PropertyKey.of("raw"), rawStrings, PropertyFlags.FIXED);
        ObjectOperations.setIntegrityLevel(template, true);
        return template;
    }
}

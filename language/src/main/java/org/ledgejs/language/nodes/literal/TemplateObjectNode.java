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
    /** What a realm keys the object by: the place in the code, the same for all clones of the function. */
    public record Site(Object unit, int offset) { }

    private final Site site;
    private final Object[] cooked;
    private final Object[] raw;

    public TemplateObjectNode(Site site, Object[] cooked, Object[] raw) {
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
        return realm.templateObjects().computeIfAbsent(site, s -> create(realm));
    }

    private JSObject create(Realm realm) {
        JSArray rawStrings = JSArray.create(realm, raw.clone());
        JSArray template = JSArray.create(realm, cooked.clone());
        ObjectOperations.setIntegrityLevel(rawStrings, true);
        template.define(PropertyKey.of("raw"), rawStrings, PropertyFlags.FIXED);
        ObjectOperations.setIntegrityLevel(template, true);
        return template;
    }
}

package org.ledgejs.language.runtime;

import com.oracle.truffle.api.object.Shape;

/** A ShadowRealm object: keeps a realm of its own. */
public final class JSShadowRealm extends JSObject {
    private static final Shape SHADOW_REALM_ROOT = shapeBuilder().build();

    private final Realm realm;

    /** @param realm [[ShadowRealm]] */
    public JSShadowRealm(JSObject prototype, Realm realm) {
        super(SHADOW_REALM_ROOT, prototype);
        this.realm = realm;
    }

    public Realm realm() {
        return realm;
    }

    @Override
    public String className() {
        return "ShadowRealm";
    }
}

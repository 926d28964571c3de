package org.ledgejs.language.host;

import java.util.Map;

import org.ledgejs.language.runtime.Realm;

/** A built-in module: a set of named exports computed at its first import. */
@FunctionalInterface
public interface HostModule {
    /** Values by export name, "default" among them if it has one. */
    Map<String, Object> evaluate(Realm realm);
}

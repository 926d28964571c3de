package org.ledgejs.language.runtime;

/** Makes the intrinsic objects of a realm; the library ({@code builtins}) implements it. */
public interface IntrinsicFactory {
    /** Creates one, with its properties. */
    JSObject create(Realm realm, Intrinsic which);

    /** The global object with its properties, which are made lazily. */
    JSObject createGlobalObject(Realm realm);
}

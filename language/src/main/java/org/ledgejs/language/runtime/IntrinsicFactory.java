package org.ledgejs.language.runtime;

/** Makes the intrinsic objects of a realm; the library ({@code builtins}) implements it. */
public interface IntrinsicFactory {
    /** Creates one, with its properties. */
    JSObject create(Realm realm, Intrinsic which);

    /** The global object with its properties, which are made lazily. */
    JSObject createGlobalObject(Realm realm);

    /** The executor NewPromiseCapability passes: stores its two arguments in the array, once. */
    JSObject capabilityExecutor(Realm realm, Object[] functions);

    /** A promise's resolve or reject function (§27.2.1.3). */
    JSObject resolvingFunction(Realm realm, PromiseCapability.Resolving resolving, boolean resolve);

    /** What a decorator is told of what it decorates. */
    JSObject decoratorContext(Realm realm, ClassDecoration.Call call);
}

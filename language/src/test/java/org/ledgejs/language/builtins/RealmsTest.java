package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

/** Realms side by side: ShadowRealm, proxies that end while they are used. */
class RealmsTest extends Programs {

    @Test
    void shadowRealmsHaveGlobalsOfTheirOwn() {
        check("""
            var r = new ShadowRealm(); r.evaluate('globalThis.x = 1; x') + typeof x            --> 1undefined
            new ShadowRealm().evaluate('(a, b) => a + b')(1, 2)                                 --> 3
            Object.getPrototypeOf(new ShadowRealm().evaluate('() => 1')) === Function.prototype --> true""");
    }

    @Test
    void onlyPrimitiveValuesAndFunctionsPassBetweenRealms() {
        check("""
            new ShadowRealm().evaluate('({})')                                     --> TypeError: Only primitive values and functions pass between realms
            new ShadowRealm().evaluate('f => f({})')(() => 1)                      --> TypeError: The other realm threw: TypeError: Only primitive values and functions pass between realms
            try { new ShadowRealm().evaluate('throw 1') } catch (e) { e instanceof TypeError } --> true
            try { new ShadowRealm().evaluate('1 +') } catch (e) { e instanceof SyntaxError }   --> true""");
    }

    @Test
    void aProxyRevokedWhileItsTrapIsAskedForFinishesWhatItBegan() {
        check("""
            var { proxy, revoke } = Proxy.revocable({ a: 5 }, new Proxy({}, { get() { revoke(); } })); proxy.a  --> 5
            var { proxy, revoke } = Proxy.revocable(() => 'ok', new Proxy({}, { get() { revoke(); } })); proxy() --> ok""");
    }
}

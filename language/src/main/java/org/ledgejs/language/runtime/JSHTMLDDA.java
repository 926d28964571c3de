package org.ledgejs.language.runtime;

/**
 * A function with an [[IsHTMLDDA]] internal slot (ECMA-262 §B.3.6): undefined to typeof, to conditions and to loose equality, an object
 * to everything else. Browsers have one, document.all; here only a host of conformance tests makes it.
 */
public final class JSHTMLDDA extends JSFunction {
    public JSHTMLDDA(Realm realm, FunctionData data) {
        super(FunctionShapes.of(data), realm.intrinsic(data.prototypeIntrinsic()), data, null, realm);
    }
}

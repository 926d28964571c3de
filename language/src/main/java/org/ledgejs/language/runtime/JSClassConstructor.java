package org.ledgejs.language.runtime;

/** The constructor of a class: knows what gives its instances their fields. */
public final class JSClassConstructor extends JSFunction {
    /** A method that defines the fields and private methods on its this, or null: [[Fields]] and [[PrivateMethods]]. */
    private final JSFunction initializer;

    public JSClassConstructor(JSObject parent, FunctionData data, Scope scope, Realm realm, JSFunction initializer) {
        super(FunctionShapes.of(data), parent, data, scope, realm);
        this.initializer = initializer;
    }

    public JSFunction initializer() {
        return initializer;
    }
}

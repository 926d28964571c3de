package org.ledgejs.language.runtime;

/** A Module Source Object (ECMA-262 §28.1, source phase imports): stands for a module that is loaded, not linked. */
public final class JSModuleSource extends JSObject {
    private final String className;

    /** @param className [[ModuleSourceClassName]] */
    public JSModuleSource(JSObject prototype, String className) {
        super(ROOT, prototype);
        this.className = className;
    }

    @Override
    public String className() {
        return className;
    }
}

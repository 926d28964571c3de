package org.ledgejs.language.runtime;

/** How far a module gets by being imported (ModuleRequest's [[Phase]], ECMA-262 §16.2.1.3), and what stands for it as a whole then. */
public enum ImportPhase {
    EVALUATION, DEFER, SOURCE;

    /** What {@code import * as}, {@code import defer * as} or {@code import source} binds. @throws JSException SyntaxError for a module without source object */
    public Object objectOf(ModuleRecord module) {
        return switch (this) {
            case EVALUATION -> module.namespace();
            case DEFER -> module.deferredNamespace();
            case SOURCE -> module.sourceObject();
        };
    }
}

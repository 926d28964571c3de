package org.ledgejs.language.runtime;

import java.util.List;

import com.oracle.truffle.api.strings.TruffleString;

/** Declarations in a realm's global environment (ECMA-262 §9.1.1.4), whose bindings are its {@link GlobalScope} and its global object. */
public final class GlobalEnvironment {
    /**
     * What a script or eval declares at its top.
     *
     * @param blockFunctions functions in blocks that become vars where nothing is in the way (§B.3.2.2)
     */
    public record Declarations(List<TruffleString> lets, List<TruffleString> consts, List<TruffleString> vars,
            List<TruffleString> functions, List<TruffleString> blockFunctions) { }

    private GlobalEnvironment() { }

    /** GlobalDeclarationInstantiation (§16.1.7): checks all, then declares all. */
    public static void declare(Realm realm, Declarations declarations) {
        GlobalScope scope = realm.globalScope();
        JSObject global = realm.globalObject();
        for (List<TruffleString> names : List.of(declarations.lets, declarations.consts)) {
            for (TruffleString name : names) {
                if (scope.has(name) || isRestricted(global, name)) {
                    throw redeclared(name);
                }
            }
        }
        for (List<TruffleString> names : List.of(declarations.functions, declarations.vars)) {
            for (TruffleString name : names) {
                if (scope.has(name)) {
                    throw redeclared(name);
                }
            }
        }
        requireDeclarable(global, declarations);
        for (TruffleString name : declarations.blockFunctions) {
            if (!scope.has(name) && canDeclareVar(global, name)) {
                createVarBinding(realm, name, false);
            }
        }
        declarations.lets.forEach(name -> scope.declare(name, false));
        declarations.consts.forEach(name -> scope.declare(name, true));
        declarations.vars.forEach(name -> createVarBinding(realm, name, false));
    }

    /** The global part of EvalDeclarationInstantiation (§19.2.1.3) for an eval whose variables are global. */
    public static void declareForEval(Realm realm, Declarations declarations) {
        GlobalScope scope = realm.globalScope();
        JSObject global = realm.globalObject();
        for (List<TruffleString> names : List.of(declarations.functions, declarations.vars)) {
            for (TruffleString name : names) {
                if (scope.has(name)) {
                    throw redeclared(name);
                }
            }
        }
        requireDeclarable(global, declarations);
        for (TruffleString name : declarations.blockFunctions) {
            if (!scope.has(name) && canDeclareVar(global, name)) {
                createVarBinding(realm, name, true);
            }
        }
        declarations.vars.forEach(name -> createVarBinding(realm, name, true));
    }

    /** As {@link #declareForEval}, for the variables an eval adds to a function: properties of an object without prototype. */
    public static void declareInFunction(JSObject variables, Declarations declarations) {
        for (List<TruffleString> names : List.of(declarations.functions, declarations.vars)) {
            for (TruffleString name : names) {
                if (variables.getOwnProperty(name) == null) {
                    variables.define(name, Undefined.INSTANCE, PropertyFlags.DEFAULT);
                }
            }
        }
    }

    private static void requireDeclarable(JSObject global, Declarations declarations) {
        for (TruffleString name : declarations.functions) {
            if (!canDeclareFunction(global, name)) {
                throw Errors.typeError("Identifier '" + name + "' cannot be declared as a global function");
            }
        }
        for (TruffleString name : declarations.vars) {
            if (!canDeclareVar(global, name)) {
                throw Errors.typeError("Identifier '" + name + "' cannot be declared: the global object is not extensible");
            }
        }
    }

    private static JSException redeclared(TruffleString name) {
        return Errors.syntaxError("Identifier '" + name + "' has already been declared");
    }

    /** HasRestrictedGlobalProperty (§9.1.1.4.13). */
    private static boolean isRestricted(JSObject global, TruffleString name) {
        PropertyDescriptor existing = global.getOwnProperty(name);
        return existing != null && !existing.isConfigurable();
    }

    /** CanDeclareGlobalVar (§9.1.1.4.14). */
    private static boolean canDeclareVar(JSObject global, TruffleString name) {
        return global.getOwnProperty(name) != null || global.isExtensible();
    }

    /** CanDeclareGlobalFunction (§9.1.1.4.15). */
    private static boolean canDeclareFunction(JSObject global, TruffleString name) {
        PropertyDescriptor existing = global.getOwnProperty(name);
        if (existing == null) {
            return global.isExtensible();
        }
        return existing.isConfigurable() || existing.isData() && existing.isWritable() && existing.isEnumerable();
    }

    /** CreateGlobalVarBinding (§9.1.1.4.16). */
    private static void createVarBinding(Realm realm, TruffleString name, boolean deletable) {
        JSObject global = realm.globalObject();
        if (global.getOwnProperty(name) == null) {
            ObjectOperations.definePropertyOrThrow(global, name, PropertyDescriptor.data(Undefined.INSTANCE, true, true, deletable || realm.declareVariable(name)));
        }
    }

    /** CreateGlobalFunctionBinding (§9.1.1.4.17). */
    public static void createFunctionBinding(Realm realm, TruffleString name, Object function, boolean deletable) {
        JSObject global = realm.globalObject();
        PropertyDescriptor existing = global.getOwnProperty(name);
        ObjectOperations.definePropertyOrThrow(global, name, existing == null || existing.isConfigurable()
                ? PropertyDescriptor.data(function, true, true, deletable || realm.declareVariable(name)) : PropertyDescriptor.valueOnly(function));
        ObjectOperations.set(global, name, function, false);
    }

    /** DeleteBinding (§9.1.1.4.7). */
    public static boolean delete(Realm realm, TruffleString name) {
        if (realm.globalScope().has(name) || realm.isVariable(name)) {
            return false;
        }
        JSObject global = realm.globalObject();
        return global.delete(name);
    }
}

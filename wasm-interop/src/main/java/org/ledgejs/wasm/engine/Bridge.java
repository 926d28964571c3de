package org.ledgejs.wasm.engine;

import run.endive.runtime.CallResult;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.TypeSection;

/**
 * A function of one instance in the clothes of another.
 *
 * <p>The engine compares the type indices of an indirect call within the module of the function called, where they
 * mean other types than in the caller. So the caller gets to see an instance with its own types and one function:
 * this one, under the caller's index of its type.
 */
final class Bridge implements Machine {

    private final WasmInstance caller;
    private final WasmFunction target;

    private Bridge(WasmInstance caller, WasmFunction target) {
        this.caller = caller;
        this.target = target;
    }

    /** An instance whose function 0 is {@code target}; traps if the caller's module has no type the target has. */
    static Instance create(WasmInstance caller, WasmFunction target) {
        int type = callersType(caller.shape().types(), target);
        var imported = new FunctionImport("", "", type);
        var module = run.endive.wasm.WasmModule.builder().withValidation(false)
                .setTypeSection(caller.shape().types())
                .setImportSection(ImportSection.builder().addImport(imported).build()).build();
        var function = new ImportFunction("", "", module.typeSection().getType(type), (instance, slots) -> slots);
        return Instance.builder(module).withStart(false)
                .withImportValues(ImportValues.builder().addFunction(function).build())
                .withMachineFactory(instance -> new Bridge(caller, target)).build();
    }

    private static int callersType(TypeSection types, WasmFunction target) {
        for (int i = 0; i < types.subTypeCount(); i++) {
            if (isA(target, types, i)) {
                return i;
            }
        }
        throw new WasmEngineException(Traps.TYPE_MISMATCH);
    }

    /** Whether a function's type, or a type it is declared a subtype of, is that type of another module. */
    static boolean isA(WasmFunction function, TypeSection types, int index) {
        TypeSection own = function.owner().shape().types();
        int type = function.owner().shape().functionTypeIndex(function.index());
        while (!TypeSection.crossModuleCanonicallyEquivalent(own, type, types, index)) {
            int[] supertypes = own.getSubType(type).typeIdx();
            if (supertypes.length == 0) {
                return false;
            }
            type = supertypes[0];
        }
        return true;
    }

    @Override
    public long[] call(int function, long[] arguments) {
        return callWithRefs(function, arguments, null).longs();
    }

    @Override
    public CallResult callWithRefs(int function, long[] arguments, Object[] objects) {
        return call(caller, target, arguments, objects);
    }

    /** A call from code of one instance to a function of another. */
    static CallResult call(WasmInstance caller, WasmFunction target, long[] arguments, Object[] objects) {
        Signature signature = target.signature();
        WasmInstance callee = target.owner();
        if (signature.hasFunctions()) {
            signature.rebaseParameters(caller, callee, arguments);
        }
        CallResult result = signature.hasObjects()
                ? callee.machine().callWithRefs(target.index(), arguments, objects)
                : CallResult.of(callee.machine().call(target.index(), arguments), null);
        if (signature.hasFunctions() && result.longs() != null) {
            signature.rebaseResults(callee, caller, result.longs());
        }
        return result;
    }
}

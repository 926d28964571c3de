package org.ledgejs.wasm.engine;

import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.TagInstance;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.TagType;
import run.endive.wasm.types.TypeSection;
import run.endive.wasm.types.ValType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The identity of a kind of exception: two tags are two even if they carry the same types. */
public final class WasmTag extends WasmObject {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int IDENTITY_BITS = 32;

    private final List<ValType> parameters;
    private final ExternType.Tag type;
    private final Signature signature;
    private final FunctionType identity;
    private Instance home;

    public WasmTag(List<ValueType> parameters) {
        this(parameters.stream().map(ValueType::toEngine).toList(), new ExternType.Tag(List.copyOf(parameters)));
    }

    private WasmTag(List<ValType> parameters, ExternType.Tag type) {
        this.parameters = parameters;
        this.type = type;
        this.signature = new Signature(type.parameters(), List.of());
        this.identity = FunctionType.of(parameters, serialNumber());
    }

    static WasmTag carrying(List<ValType> parameters) {
        return new WasmTag(parameters, new ExternType.Tag(ValueType.of(parameters)));
    }

    /** The engine compares tags by type. Tags have no results, so a number hides there: i64 for one, i32 for zero. */
    private static List<ValType> serialNumber() {
        int number = NEXT.getAndIncrement();
        List<ValType> bits = new ArrayList<>(IDENTITY_BITS);
        for (int bit = 0; bit < IDENTITY_BITS; bit++) {
            bits.add((number >>> bit & 1) == 1 ? ValType.I64 : ValType.I32);
        }
        return bits;
    }

    @Override
    public ExternType.Tag type() {
        return type;
    }

    List<ValType> parameters() {
        return parameters;
    }

    Signature signature() {
        return signature;
    }

    /** The type by which the engine knows this tag and no other. */
    FunctionType identity() {
        return identity;
    }

    /** An instance without code in which this tag has index 0: where exceptions of the host come from. */
    Instance home(WasmStore store) {
        if (home == null) {
            FunctionType plain = FunctionType.of(parameters, List.of());
            var module = run.endive.wasm.WasmModule.builder().withValidation(false)
                    .setTypeSection(TypeSection.builder().addFunctionType(plain).build())
                    .setImportSection(ImportSection.builder().addImport(new TagImport("", "", (byte) 0, 0)).build())
                    .build();
            TagInstance tag = new TagInstance(new TagType((byte) 0, 0), plain);
            WasmInstance owner = new WasmInstance(store, new WasmModule(module, new ModuleShape(module), List.of()));
            home = Instance.builder(module).withStart(false)
                    .withImportValues(ImportValues.builder().addTag(new ImportTag("", "", tag)).build())
                    .withMachineFactory(instance -> new TieredMachine(owner, instance, owner.module().tiers)).build();
            tag.setType(identity);
        }
        return home;
    }

    long[] encode(WasmStore store, List<Object> payload) {
        Instance engine = home(store);
        return signature.encodeParameters(((TieredMachine) engine.getMachine()).owner(), payload.toArray());
    }
}

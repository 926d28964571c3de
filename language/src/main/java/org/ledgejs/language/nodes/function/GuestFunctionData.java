package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.nodes.build.NodeBuilder;
import org.ledgejs.language.runtime.AddedProperties;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.Strings;

/** A function of a unit in one engine. Its nodes are built, and it is compiled if that was left until then, when it is first called. */
public final class GuestFunctionData extends FunctionData {
    private final String inferredName;
    /** Made when it is first asked for, which of most functions nobody does. */
    private TruffleString name;
    @CompilationFinal private LoadedUnit unit;
    @CompilationFinal private FunctionCode code;
    private AddedProperties addedProperties;

    GuestFunctionData(LoadedUnit unit, FunctionCode code) {
        super(code.length(), kindOf(code), code.is(FunctionFlags.STRICT));
        this.inferredName = code.inferredName() == null ? "" : code.inferredName();
        this.unit = unit;
        this.code = code;
    }

    @Override
    public TruffleString name() {
        TruffleString known = name;
        if (known == null) {
            known = Strings.constant(code.name());
            name = known;
        }
        return known;
    }

    private static Kind kindOf(FunctionCode code) {
        boolean async = code.is(FunctionFlags.ASYNC);
        if (code.is(FunctionFlags.CLASS_CONSTRUCTOR)) {
            return code.is(FunctionFlags.DERIVED) ? Kind.DERIVED_CONSTRUCTOR : Kind.BASE_CONSTRUCTOR;
        }
        if (code.is(FunctionFlags.ARROW)) {
            return async ? Kind.ASYNC_ARROW : Kind.ARROW;
        }
        if (!code.isConstructor() && !code.is(FunctionFlags.RESUMABLE) || code.is(FunctionFlags.MODULE | FunctionFlags.SCRIPT | FunctionFlags.EVAL)) {
            return Kind.METHOD;
        }
        boolean method = code.is(FunctionFlags.METHOD);
        if (code.is(FunctionFlags.GENERATOR)) {
            return async ? method ? Kind.ASYNC_GENERATOR_METHOD : Kind.ASYNC_GENERATOR : method ? Kind.GENERATOR_METHOD : Kind.GENERATOR;
        }
        return async ? method ? Kind.ASYNC_METHOD : Kind.ASYNC : Kind.NORMAL;
    }

    /** The unit with its ops once it was called; before that the one it stands in. */
    public LoadedUnit unit() {
        return unit;
    }

    public FunctionCode code() {
        return code;
    }

    /** What all nodes ever built for the function know together. */
    public synchronized AddedProperties addedProperties() {
        if (addedProperties == null) {
            addedProperties = new AddedProperties();
        }
        return addedProperties;
    }

    @Override
    public String inferredName() {
        return inferredName;
    }

    @Override
    protected RootCallTarget createCallTarget() {
        if (code.lazy() != null) {
            unit = unit.compile(code);
            code = unit.code().function(0);
        }
        return NodeBuilder.build(this).getCallTarget();
    }

    @Override
    public SourceSection sourceSection() {
        return code.sourceStart() < 0 ? null : unit.section(code.sourceStart(), code.sourceEnd() - code.sourceStart());
    }
}

package org.ledgejs.language.image;

import java.util.Map;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.code.ModuleInfo;
import org.ledgejs.language.code.ScopeInfo;

/** Writes a code unit: its strings, function headers, scopes, module table, ops. {@link UnitInput} is its mirror. */
final class UnitOutput {
    private final StringTable.Writer strings;
    private final ImageOutput out = new ImageOutput();

    private UnitOutput(StringTable.Writer strings) {
        this.strings = strings;
    }

    static ImageOutput write(CodeUnit unit, StringTable.Writer strings) {
        UnitOutput output = new UnitOutput(strings);
        output.unit(unit);
        return output.out;
    }

    private void string(String s) {
        out.number(strings.index(s));
    }

    private void optional(String s) {
        out.number(s == null ? 0 : strings.index(s) + 1);
    }

    private void unit(CodeUnit unit) {
        out.number(unit.stringCount());
        for (int i = 0; i < unit.stringCount(); i++) {
            string(unit.string(i));
        }
        out.number(unit.functionCount());
        for (int i = 0; i < unit.functionCount(); i++) {
            function(unit.function(i));
        }
        out.number(unit.scopeCount());
        for (int i = 0; i < unit.scopeCount(); i++) {
            scope(unit.scope(i));
        }
        if (unit.module() == null) {
            out.octet(0);
        } else {
            out.octet(1);
            module(unit.module());
        }
        out.number(unit.code().limit());
        out.bytes(unit.code().duplicate().rewind());
    }

    private void function(FunctionCode f) {
        if (f.lazy() != null) {
            throw new IllegalArgumentException("function '" + f.name() + "' has no code yet: an image is written from units compiled as a whole");
        }
        string(f.name());
        optional(f.inferredName());
        out.number(f.flags());
        out.number(f.length());
        out.number(f.frameSlots());
        out.number(f.prologue());
        out.number(f.body() - f.prologue());
        out.number(f.end() - f.body());
        out.number(f.sourceStart());
        out.number(f.sourceEnd() - f.sourceStart());
    }

    private void scope(ScopeInfo s) {
        out.octet(s.kind().ordinal());
        out.number(s.parent() + 1);
        out.number(s.function());
        out.number(s.size());
        out.number(s.start());
        out.number(s.end() - s.start());
        out.number(s.variables().size());
        for (ScopeInfo.Variable v : s.variables()) {
            string(v.name());
            out.number(v.slot() << 1 | (v.captured() ? 1 : 0));
            out.number(v.flags());
        }
    }

    private void module(ModuleInfo m) {
        out.number(m.scope());
        out.octet(m.hasTopLevelAwait() ? 1 : 0);
        out.number(m.requests().size());
        for (ModuleInfo.Request r : m.requests()) {
            string(r.specifier());
            out.octet(r.phase().ordinal());
            out.number(r.attributes().size());
            for (Map.Entry<String, String> attribute : r.attributes().entrySet()) {
                string(attribute.getKey());
                string(attribute.getValue());
            }
            out.number(r.start());
            out.number(r.length());
        }
        out.number(m.imports().size());
        for (ModuleInfo.Import i : m.imports()) {
            out.number(i.request());
            optional(i.name());
            out.number(i.slot());
        }
        out.number(m.localExports().size());
        for (ModuleInfo.LocalExport e : m.localExports()) {
            string(e.exportName());
            out.number(e.slot());
        }
        out.number(m.indirectExports().size());
        for (ModuleInfo.IndirectExport e : m.indirectExports()) {
            string(e.exportName());
            out.number(e.request());
            optional(e.name());
        }
        out.number(m.starExports().size());
        m.starExports().forEach(out::number);
    }
}

package org.ledgejs.node.binding.script;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.source.Source;

import org.ledgejs.language.runtime.JSObject;

/** A script that was compiled and runs any number of times, in any realm. */
final class CompiledScript extends JSObject {
    private static final Shape ROOT = shapeBuilder().build();

    private final Source source;
    private final RootCallTarget target;

    CompiledScript(Source source, RootCallTarget target) {
        super(ROOT, null);
        this.source = source;
        this.target = target;
    }

    Source source() {
        return source;
    }

    RootCallTarget target() {
        return target;
    }
}

package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.IteratorResultNode;
import org.ledgejs.language.ops.ResumeGeneratorNode;
import org.ledgejs.language.runtime.JSGenerator;
import org.ledgejs.language.runtime.ResumeMode;

/** %GeneratorPrototype%.next (ECMA-262 §27.5.1.2). */
@NodeChild(value = "arguments", type = JSNode[].class)
abstract class GeneratorNextNode extends JSNode {
    static JSNode create(JSNode[] arguments) {
        return GeneratorNextNodeGen.create(arguments);
    }

    @Specialization
    static Object ofGenerator(VirtualFrame frame, JSGenerator generator, Object value, @Cached ResumeGeneratorNode resume, @Cached IteratorResultNode createResult) {
        Object result = resume.execute(generator, ResumeMode.NEXT, value);
        return generator.yieldedResult() ? result : createResult.execute(BuiltinRootNode.realm(frame), result, generator.isCompleted());
    }

    @Specialization(guards = "!isGenerator(thisValue)")
    @TruffleBoundary
    static Object ofOther(Object thisValue, @SuppressWarnings("unused") Object value) {
        return GeneratorPrototype.thisGenerator(thisValue, "next");
    }

    static boolean isGenerator(Object value) {
        return value instanceof JSGenerator;
    }
}

package org.ledgejs.language.ops;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.IndirectCallNode;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSGenerator;
import org.ledgejs.language.runtime.ResumeMode;

/** Runs the body of a generator until it yields or ends, without a result object (ECMA-262 §27.5.3.3). Cached by code, so that bodies are inlined. */
@GenerateInline(false)
public abstract class ResumeGeneratorNode extends Node {
    static final int LIMIT = 3;

    @NeverDefault
    public static ResumeGeneratorNode create() {
        return ResumeGeneratorNodeGen.create();
    }

    /** @return what was yielded or returned; the generator tells which */
    public final Object execute(JSGenerator generator, ResumeMode mode, Object value) {
        if (!generator.enter(mode)) {
            return JSGenerator.answerCompleted(mode, value);
        }
        try {
            return executeBody(generator.body(), generator.arguments(mode, value));
        } finally {
            generator.leave();
        }
    }

    abstract Object executeBody(RootCallTarget body, Object[] arguments);

    @Specialization(guards = "body == cachedBody", limit = "LIMIT")
    static Object direct(@SuppressWarnings("unused") RootCallTarget body, Object[] arguments, @Cached("body") @SuppressWarnings("unused") RootCallTarget cachedBody,
            @Cached("create(cachedBody)") DirectCallNode call) {
        return call.call(arguments);
    }

    @Specialization(replaces = "direct")
    static Object indirect(RootCallTarget body, Object[] arguments, @Cached IndirectCallNode call) {
        return call.call(body, arguments);
    }
}

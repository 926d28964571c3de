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
    public abstract Object execute(JSGenerator generator, ResumeMode mode, Object value);

    @Specialization(guards = "generator.body() == body", limit = "LIMIT")
    static Object direct(JSGenerator generator, ResumeMode mode, Object value, @Cached("generator.body()") @SuppressWarnings("unused") RootCallTarget body,
            @Cached("create(body)") DirectCallNode call) {
        if (!generator.enter(mode)) {
            return JSGenerator.answerCompleted(mode, value);
        }
        try {
            return call.call(generator.arguments(mode, value));
        } finally {
            generator.leave();
        }
    }

    @Specialization(replaces = "direct")
    static Object indirect(JSGenerator generator, ResumeMode mode, Object value, @Cached IndirectCallNode call) {
        if (!generator.enter(mode)) {
            return JSGenerator.answerCompleted(mode, value);
        }
        try {
            return call.call(generator.body(), generator.arguments(mode, value));
        } finally {
            generator.leave();
        }
    }
}

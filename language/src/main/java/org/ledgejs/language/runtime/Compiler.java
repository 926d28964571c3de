package org.ledgejs.language.runtime;

import java.util.List;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.source.Source;

/** How the runtime reaches parser, resolver and node builder. Early errors come out as JSException with a SyntaxError. */
public interface Compiler {
    /** A script. The target takes (this = global this, function = undefined). */
    RootCallTarget script(Source source);

    /** A module ready to be linked. */
    ModuleRecord module(Source source);

    /**
     * Code of an eval. Call the target with {@link Arguments} whose function has {@code scope} as its closure scope.
     *
     * @param scope the scope object where a direct eval stands, or null for an indirect one
     * @param environment the static environment of a direct eval (opaque; from its node), or null
     */
    FunctionData eval(Source source, boolean strict, Scope scope, Object environment);

    /** A function of a whole text as its body, at its place in the source: how a host wraps a CommonJS module. */
    FunctionData functionBody(Source source, List<String> parameters);

    /** CreateDynamicFunction (§20.2.1.1.1): kind is NORMAL, GENERATOR, ASYNC or ASYNC_GENERATOR. */
    FunctionData function(FunctionData.Kind kind, String parameters, String body);
}

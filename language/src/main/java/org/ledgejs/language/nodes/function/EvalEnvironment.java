package org.ledgejs.language.nodes.function;

/**
 * Where a direct eval stands.
 *
 * @param inFieldInitializer {@code arguments} is an early error
 */
public record EvalEnvironment(StaticScope scope, boolean inFieldInitializer) { }

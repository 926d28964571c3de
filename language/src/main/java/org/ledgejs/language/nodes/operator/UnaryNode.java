package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.NodeChild;

import org.ledgejs.language.nodes.JSNode;

/** An operator of one operand. */
@NodeChild(value = "operand", type = JSNode.class)
public abstract class UnaryNode extends JSNode { }

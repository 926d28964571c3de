package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.NodeChild;

import org.ledgejs.language.nodes.JSNode;

/** An operator of two operands, evaluated left to right. */
@NodeChild(value = "left", type = JSNode.class)
@NodeChild(value = "right", type = JSNode.class)
public abstract class BinaryNode extends JSNode { }

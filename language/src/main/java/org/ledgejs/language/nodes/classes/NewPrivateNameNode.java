package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.PrivateName;

/** A fresh private name at each evaluation of its class. */
public final class NewPrivateNameNode extends JSNode {
    private final String description;

    public NewPrivateNameNode(String description) {
        this.description = description;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return new PrivateName(description);
    }
}

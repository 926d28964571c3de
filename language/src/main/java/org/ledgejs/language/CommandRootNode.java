package org.ledgejs.language;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;

import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Realm;

/** A command of the launcher, for the extension that knows it; its value is the exit code. */
final class CommandRootNode extends RootNode {
    private final String command;
    private final String text;

    CommandRootNode(LedgeLanguage language, String command, String text) {
        super(language);
        this.command = command;
        this.text = text;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return run(LedgeContext.get(this));
    }

    @TruffleBoundary
    private Object run(LedgeContext context) {
        Realm previous = context.switchRealm(context.mainRealm());
        try {
            for (HostExtension extension : context.extensions()) {
                Integer code = extension.run(context.mainRealm(), command, text);
                if (code != null) {
                    return code;
                }
            }
            throw Errors.typeError("No part of this runtime carries out the command '" + command + "'");
        } finally {
            context.switchRealm(previous);
        }
    }

    @Override
    public boolean isInternal() {
        return true;
    }
}

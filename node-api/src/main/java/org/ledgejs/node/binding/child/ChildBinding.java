package org.ledgejs.node.binding.child;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.HandleObject;
import org.ledgejs.node.binding.ObjectBuilder;
import org.ledgejs.node.binding.UvException;

/** Binding {@code child}: other programs. */
public final class ChildBinding {
    public static final PropertyTable TABLE = HandleFunctions.addTo(new PropertyTable())
            .method("spawn", 2, (realm, thisValue, args) -> spawn(realm, args))
            .method("spawnSync", 1, (realm, thisValue, args) -> {
                JSObject options = options(args);
                Programs program = Programs.of(realm.agent(), options);
                try {
                    return new SynchronousRun(NodeRuntime.of(realm), program, options).run();
                } catch (UvException e) {
                    return e.errno();
                }
            })
            .method("kill", 2, (realm, thisValue, args) ->
                    HandleObject.of(args.get(0), ChildHandle.class).kill(Conversions.toInt32(args.get(1))));

    private ChildBinding() { }

    private static JSObject options(Args args) {
        if (args.get(0) instanceof JSObject options) {
            return options;
        }
        throw Errors.typeError("options must be an object");
    }

    private static Object spawn(Realm realm, Args args) {
        NodeRuntime node = NodeRuntime.of(realm);
        JSObject options = options(args);
        Programs program = Programs.of(realm.agent(), options);
        try (Stdio stdio = Stdio.of(node, Programs.get(options, "stdio"))) {
            int pid = program.start(stdio.descriptors());
            if (pid < 0) {
                stdio.closeEnds();
                return pid;
            }
            ChildHandle child = new ChildHandle(node, pid, args.get(1));
            Object[] streams = new Object[stdio.ends().length];
            for (int i = 0; i < streams.length; i++) {
                streams[i] = stdio.ends()[i] < 0 ? Undefined.INSTANCE : new DescriptorStream(node, stdio.ends()[i]);
            }
            return new ObjectBuilder(realm).put("handle", child).put("pid", child.pid()).put("streams", JSArray.create(realm, streams)).build();
        } catch (UvException e) {
            return e.errno();
        }
    }
}

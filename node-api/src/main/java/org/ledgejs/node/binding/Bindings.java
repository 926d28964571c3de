package org.ledgejs.node.binding;

import java.util.HashMap;
import java.util.Map;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.buffer.BufferBinding;
import org.ledgejs.node.binding.child.ChildBinding;
import org.ledgejs.node.binding.crypto.CryptoBinding;
import org.ledgejs.node.binding.dgram.DgramBinding;
import org.ledgejs.node.binding.dns.DnsBinding;
import org.ledgejs.node.binding.fs.FsBinding;
import org.ledgejs.node.binding.http.HttpBinding;
import org.ledgejs.node.binding.messaging.MessagingBinding;
import org.ledgejs.node.binding.net.NetBinding;
import org.ledgejs.node.binding.process.ProcessBinding;
import org.ledgejs.node.binding.script.ScriptBinding;
import org.ledgejs.node.binding.tls.TlsBinding;
import org.ledgejs.node.binding.util.UtilBinding;
import org.ledgejs.node.binding.v8.V8Binding;
import org.ledgejs.node.binding.zlib.ZlibBinding;

/** {@code internalBinding(name)}: the native half of the built-in modules, each made when first asked for. See BINDINGS.md. */
public final class Bindings {
    private final NodeRuntime node;
    private final Map<String, JSObject> made = new HashMap<>();

    public Bindings(NodeRuntime node) {
        this.node = node;
    }

    public JSObject get(String name) {
        JSObject binding = made.get(name);
        if (binding == null) {
            binding = create(name);
            made.put(name, binding);
        }
        return binding;
    }

    private JSObject create(String name) {
        JSObject target = JSObject.create(node.realm());
        switch (name) {
            case "tick" -> TickBinding.TABLE.define(node.realm(), target);
            case "builtins" -> BuiltinsBinding.TABLE.define(node.realm(), target);
            case "errors" -> ErrorsBinding.TABLE.define(node.realm(), target);
            case "timers" -> TimersBinding.define(node, target);
            case "console" -> ConsoleBinding.TABLE.define(node.realm(), target);
            case "process" -> ProcessBinding.define(node, target);
            case "child" -> ChildBinding.TABLE.define(node.realm(), target);
            case "fs" -> FsBinding.TABLE.define(node.realm(), target);
            case "buffer" -> BufferBinding.TABLE.define(node.realm(), target);
            case "util" -> UtilBinding.TABLE.define(node.realm(), target);
            case "uv" -> UvBinding.TABLE.define(node.realm(), target);
            case "performance" -> PerformanceBinding.TABLE.define(node.realm(), target);
            case "os" -> OsBinding.TABLE.define(node.realm(), target);
            case "url" -> UrlBinding.TABLE.define(node.realm(), target);
            case "dgram" -> DgramBinding.TABLE.define(node.realm(), target);
            case "dns" -> DnsBinding.TABLE.define(node.realm(), target);
            case "stdio" -> StdioBinding.TABLE.define(node.realm(), target);
            case "tty" -> TtyBinding.TABLE.define(node.realm(), target);
            // The JavaScript half has Linux's numbers, which are the host's everywhere.
            case "constants" -> { }
            case "net" -> NetBinding.TABLE.define(node.realm(), target);
            case "http" -> HttpBinding.define(node, target);
            case "tls" -> TlsBinding.TABLE.define(node.realm(), target);
            case "crypto" -> CryptoBinding.TABLE.define(node.realm(), target);
            case "v8" -> V8Binding.TABLE.define(node.realm(), target);
            case "zlib" -> ZlibBinding.TABLE.define(node.realm(), target);
            case "messaging" -> MessagingBinding.define(node.realm(), target);
            case "permission" -> PermissionBinding.TABLE.define(node.realm(), target);
            case "script" -> ScriptBinding.define(node, target);
            case "modules" -> ModulesBinding.define(node, target);
            default -> throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "No such binding: " + name);
        }
        return target;
    }
}

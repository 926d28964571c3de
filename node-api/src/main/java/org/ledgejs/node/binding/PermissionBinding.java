package org.ledgejs.node.binding;

import java.util.List;
import java.util.Map;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Permissions;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Binding {@code permission}: what the program may ask about its own permissions, by the scopes of {@code process.permission}. */
final class PermissionBinding {
    private static final Map<String, List<Access>> SCOPES = Map.ofEntries(
            Map.entry("fs", List.of(Access.READ, Access.WRITE)), Map.entry("fs.read", List.of(Access.READ)), Map.entry("fs.write", List.of(Access.WRITE)),
            Map.entry("child", List.of(Access.RUN)), Map.entry("worker", List.of(Access.WORKER)), Map.entry("addon", List.of(Access.ADDON)),
            Map.entry("wasi", List.of(Access.WASI)), Map.entry("inspector", List.of(Access.INSPECTOR)), Map.entry("hardware", List.of(Access.HARDWARE)),
            Map.entry("net", List.of(Access.CONNECT, Access.LISTEN)), Map.entry("net.connect", List.of(Access.CONNECT)),
            Map.entry("net.listen", List.of(Access.LISTEN)), Map.entry("env", List.of(Access.ENVIRONMENT)));

    static final PropertyTable TABLE = new PropertyTable()
            .method("has", 2, (realm, thisValue, args) -> {
                List<Access> accesses = scope(args.get(0));
                String resource = resource(args.get(1));
                return !accesses.isEmpty() && accesses.stream().allMatch(access -> permissions(realm).allows(access, resource));
            })
            .method("drop", 2, (realm, thisValue, args) -> {
                scope(args.get(0)).forEach(access -> permissions(realm).drop(access, resource(args.get(1))));
                return Undefined.INSTANCE;
            })
            .method("requireWorker", 0, (realm, thisValue, args) -> {
                permissions(realm).worker();
                return Undefined.INSTANCE;
            })
            .method("requireWasi", 0, (realm, thisValue, args) -> {
                permissions(realm).require(Access.WASI, "");
                return Undefined.INSTANCE;
            })
            .method("isRestricted", 0, (realm, thisValue, args) -> permissions(realm).isRestricted())
            .method("grants", 0, (realm, thisValue, args) -> Strings.of(permissions(realm).policyText()));

    private PermissionBinding() { }

    private static Permissions permissions(Realm realm) {
        return realm.agent().permissions();
    }

    private static List<Access> scope(Object name) {
        return SCOPES.getOrDefault(Conversions.toJavaString(name), List.of());
    }

    /** Undefined stands for all there is. */
    private static String resource(Object value) {
        return value == Undefined.INSTANCE ? "" : Conversions.toJavaString(value);
    }
}

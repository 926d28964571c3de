package org.ledgejs.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage.Env;

import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.Permissions.Policy;

/**
 * A policy written down as text, a grant a line: the options of the command line without their dashes, as Node's documentation of its permission model
 * describes them. {@code permission} alone grants nothing; {@code entry=PATH} is the program itself; {@code allow-fs-read=PATH} grants a file, all below a folder that exists, or all that begins
 * with what stands before a {@code *}; {@code allow-net} all of the network, {@code allow-net=HOST[:PORT],…} some of it. The environment is open until
 * {@code allow-env=NAME,…} narrows it. A path that is granted by name may be a link: then what it leads to may be reached that way.
 */
final class PermissionGrants implements Policy {
    private final Map<Access, Set<String>> names = new EnumMap<>(Access.class);
    private final Map<Access, List<String>> prefixes = new EnumMap<>(Access.class);
    private final Map<Access, Set<String>> targets = new EnumMap<>(Access.class);
    private final Map<Access, List<String>> targetPrefixes = new EnumMap<>(Access.class);
    private final Set<Access> whole = new HashSet<>(Set.of(Access.SYSTEM, Access.PROCESS, Access.ENVIRONMENT));
    private final Env env;
    private final String text;

    PermissionGrants(Env env, String text) {
        this.env = env;
        this.text = text;
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            grant(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1));
        }
    }

    private void grant(String option, String value) {
        switch (option) {
            case "permission", "" -> { }
            case "allow-fs-read", "entry" -> file(Access.READ, value);
            case "allow-fs-write" -> file(Access.WRITE, value);
            case "allow-net" -> {
                listed(Access.CONNECT, value);
                listed(Access.LISTEN, value);
            }
            case "allow-env" -> {
                whole.remove(Access.ENVIRONMENT);
                listed(Access.ENVIRONMENT, value);
            }
            case "allow-child-process" -> whole.add(Access.RUN);
            case "allow-worker" -> whole.add(Access.WORKER);
            case "allow-addons" -> whole.add(Access.ADDON);
            case "allow-wasi" -> whole.add(Access.WASI);
            case "allow-inspector" -> whole.add(Access.INSPECTOR);
            case "allow-hardware" -> whole.add(Access.HARDWARE);
            default -> throw new IllegalArgumentException("not a permission: " + option);
        }
    }

    private void listed(Access access, String value) {
        if (value.isEmpty() || value.equals("*")) {
            whole.add(access);
            return;
        }
        names.computeIfAbsent(access, unused -> new HashSet<>()).addAll(List.of(value.split(",")));
    }

    private void file(Access access, String value) {
        if (value.equals("*")) {
            whole.add(access);
            return;
        }
        int star = value.indexOf('*');
        if (star >= 0) {
            // What stands before the star may end within a name, and its last slash counts.
            String start = value.substring(0, star);
            String absolute = absolute(start.isEmpty() ? "." : start);
            prefix(access, start.endsWith("/") && !absolute.endsWith("/") ? absolute + "/" : absolute);
            return;
        }
        String path = absolute(value);
        TruffleFile named = env.getPublicTruffleFile(path);
        TruffleFile real = real(named);
        if (named.isDirectory()) {
            prefix(access, slashed(path));
            targetPrefixes.computeIfAbsent(access, unused -> new ArrayList<>()).add(slashed(real.getPath()));
        } else {
            names.computeIfAbsent(access, unused -> new HashSet<>()).add(path);
            targets.computeIfAbsent(access, unused -> new HashSet<>()).add(real.getPath());
        }
    }

    private void prefix(Access access, String start) {
        prefixes.computeIfAbsent(access, unused -> new ArrayList<>()).add(start);
    }

    private static String slashed(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private String absolute(String path) {
        return env.getPublicTruffleFile(path).getAbsoluteFile().normalize().getPath();
    }

    private static TruffleFile real(TruffleFile file) {
        try {
            return file.getCanonicalFile();
        } catch (IOException | SecurityException e) {
            return file;
        }
    }

    @Override
    public boolean allows(Access access, String resource) {
        if (whole.contains(access)) {
            return true;
        }
        if (resource.isEmpty()) {
            return false;
        }
        return switch (access) {
            case READ, WRITE -> covers(access, resource, names, prefixes);
            case CONNECT, LISTEN -> allowsHost(names.getOrDefault(access, Set.of()), resource);
            default -> names.getOrDefault(access, Set.of()).contains(resource);
        };
    }

    @Override
    public boolean allowsTarget(Access access, String path) {
        return allows(access, path) || covers(access, path, targets, targetPrefixes);
    }

    private boolean covers(Access access, String resource, Map<Access, Set<String>> exact, Map<Access, List<String>> starts) {
        String path = absolute(resource);
        if (exact.getOrDefault(access, Set.of()).contains(path)) {
            return true;
        }
        for (String start : starts.getOrDefault(access, List.of())) {
            // A folder is granted with what is in it.
            if (path.startsWith(start) || start.endsWith("/") && path.length() == start.length() - 1 && start.startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void drop(Access access, String resource) {
        if (resource.isEmpty()) {
            whole.remove(access);
            for (Map<Access, ?> grants : List.of(names, prefixes, targets, targetPrefixes)) {
                grants.remove(access);
            }
            return;
        }
        boolean path = access == Access.READ || access == Access.WRITE;
        String name = path ? absolute(resource) : resource;
        names.getOrDefault(access, new HashSet<>()).remove(name);
        prefixes.getOrDefault(access, new ArrayList<>()).removeIf(start -> start.equals(name) || start.equals(slashed(name)));
    }

    @Override
    public String text() {
        return text;
    }

    /** A host stands for all of its ports, and for the looking up of its name. */
    private static boolean allowsHost(Set<String> granted, String resource) {
        int colon = resource.lastIndexOf(':');
        String host = colon < 0 ? resource : resource.substring(0, colon);
        if (granted.contains(resource) || granted.contains(host)) {
            return true;
        }
        return resource.endsWith(":0") && granted.stream().anyMatch(each -> each.startsWith(host + ":"));
    }
}

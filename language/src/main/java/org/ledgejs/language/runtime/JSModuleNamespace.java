package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.ModuleRecord.ResolvedBinding;

/** A module namespace exotic object (ECMA-262 §10.4.6), or a deferred one, whose exports are looked at no sooner than the module has run. */
public final class JSModuleNamespace extends JSObject {
    private static final Object THEN = PropertyKey.of("then");
    private static final Shape NAMESPACE_ROOT = shapeBuilder().shapeFlags(NOT_EXTENSIBLE | EXOTIC_ELEMENTS).build();

    private final ModuleRecord module;
    /** Bindings by property key, in code unit order of the names. */
    private final Map<Object, ResolvedBinding> exports;
    private final boolean deferred;

    private JSModuleNamespace(ModuleRecord module, Map<Object, ResolvedBinding> exports, boolean deferred) {
        super(NAMESPACE_ROOT, null);
        this.module = module;
        this.exports = exports;
        this.deferred = deferred;
    }

    /** ModuleNamespaceCreate (§10.4.6.12). @param names those that resolve unambiguously */
    @TruffleBoundary
    static JSModuleNamespace create(ModuleRecord module, Set<String> names, boolean deferred) {
        Map<String, ResolvedBinding> sorted = new TreeMap<>();
        for (String name : names) {
            sorted.put(name, module.resolveExport(name, new LinkedHashSet<>()));
        }
        Map<Object, ResolvedBinding> exports = new LinkedHashMap<>();
        sorted.forEach((name, binding) -> exports.put(PropertyKey.of(Strings.constant(name)), binding));
        if (deferred) {
            // A promise resolved with the namespace must not evaluate the module.
            exports.remove(THEN);
        }
        JSModuleNamespace namespace = new JSModuleNamespace(module, exports, deferred);
        Properties.put(namespace, Symbol.TO_STRING_TAG, Strings.constant(namespace.className()), PropertyFlags.FIXED);
        return namespace;
    }

    public ModuleRecord module() {
        return module;
    }

    @Override
    public String className() {
        return deferred ? "Deferred Module" : "Module";
    }

    /** IsSymbolLikeNamespaceKey. */
    private boolean isSymbolLike(Object key) {
        return key instanceof Symbol || deferred && THEN.equals(key);
    }

    /** GetModuleExportsList. @throws JSException TypeError if a deferred module cannot be evaluated now, or what its evaluation throws */
    private Map<Object, ResolvedBinding> exports() {
        if (deferred) {
            if (!CyclicModule.isReadyForSyncExecution(module, new HashSet<>())) {
                throw Errors.typeError("Deferred module '" + module.name() + "' cannot be evaluated here: it, or what it needs, is being evaluated");
            }
            module.evaluateSync();
        }
        return exports;
    }

    @Override
    public boolean hasOrdinaryNamedProperties() {
        return false;
    }

    @Override
    public boolean hasOrdinaryElements() {
        return false;
    }

    private static Object read(Object key, ResolvedBinding resolved) {
        if (resolved.isModule()) {
            return resolved.object();
        }
        Object value = resolved.binding().scope().slots[resolved.binding().slot()];
        if (value == null) {
            throw Errors.uninitialized(PropertyKey.toDisplay(key));
        }
        return value;
    }

    @Override
    public boolean setPrototypeOf(JSObject value) {
        return value == null;
    }

    @Override
    public boolean isExtensible() {
        return false;
    }

    @Override
    public boolean preventExtensions() {
        return true;
    }

    @Override
    @TruffleBoundary
    public PropertyDescriptor getOwnProperty(Object key) {
        if (isSymbolLike(key)) {
            return OrdinaryObject.getOwnProperty(this, key);
        }
        ResolvedBinding resolved = exports().get(key);
        return resolved == null ? null : PropertyDescriptor.data(read(key, resolved), true, true, false);
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor d) {
        if (isSymbolLike(key)) {
            return OrdinaryObject.defineOwnProperty(this, key, d);
        }
        PropertyDescriptor current = getOwnProperty(key);
        if (current == null || d.isConfigurable() || d.enumerable() != null && !d.isEnumerable() || d.isAccessor()
                || d.writable() != null && !d.isWritable()) {
            return false;
        }
        return d.value() == null || Comparison.sameValue(d.value(), current.value());
    }

    @Override
    @TruffleBoundary
    public boolean hasProperty(Object key) {
        return isSymbolLike(key) ? Properties.has(this, key) : exports().containsKey(key);
    }

    @Override
    @TruffleBoundary
    public Object get(Object key, Object receiver) {
        if (isSymbolLike(key)) {
            Object value = Properties.read(this, key);
            return value == null ? Undefined.INSTANCE : value;
        }
        ResolvedBinding resolved = exports().get(key);
        return resolved == null ? Undefined.INSTANCE : read(key, resolved);
    }

    @Override
    public boolean set(Object key, Object value, Object receiver) {
        return false;
    }

    @Override
    @TruffleBoundary
    public boolean delete(Object key) {
        return isSymbolLike(key) ? OrdinaryObject.delete(this, key) : !exports().containsKey(key);
    }

    @Override
    @TruffleBoundary
    public List<Object> ownPropertyKeys() {
        List<Object> keys = new ArrayList<>(exports.size() + 1);
        keys.addAll(exports().keySet());
        Properties.addKeys(this, keys);
        return keys;
    }
}

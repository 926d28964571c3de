package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.ModuleRecord.ResolvedBinding;

/** A module namespace exotic object (ECMA-262 §10.4.6). */
public final class JSModuleNamespace extends JSObject {
    private static final Shape NAMESPACE_ROOT = shapeBuilder().shapeFlags(NOT_EXTENSIBLE | EXOTIC_ELEMENTS).build();

    private final ModuleRecord module;
    /** Bindings by property key, in code unit order of the names. */
    private final Map<Object, ResolvedBinding> exports;

    private JSModuleNamespace(ModuleRecord module, Map<Object, ResolvedBinding> exports) {
        super(NAMESPACE_ROOT, null);
        this.module = module;
        this.exports = exports;
    }

    /** ModuleNamespaceCreate (§10.4.6.12). @param names those that resolve unambiguously */
    @TruffleBoundary
    static JSModuleNamespace create(ModuleRecord module, Set<String> names) {
        Map<String, ResolvedBinding> sorted = new TreeMap<>();
        for (String name : names) {
            sorted.put(name, module.resolveExport(name, new LinkedHashSet<>()));
        }
        Map<Object, ResolvedBinding> exports = new LinkedHashMap<>();
        sorted.forEach((name, binding) -> exports.put(PropertyKey.of(Strings.constant(name)), binding));
        JSModuleNamespace namespace = new JSModuleNamespace(module, exports);
        Properties.put(namespace, Symbol.TO_STRING_TAG, Strings.constant("Module"), PropertyFlags.FIXED);
        return namespace;
    }

    public ModuleRecord module() {
        return module;
    }

    @Override
    public String className() {
        return "Module";
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
        if (resolved.isNamespace()) {
            return resolved.module().namespace();
        }
        Object value = resolved.binding().scope().slots[resolved.binding().slot()];
        if (value == null) {
            throw Errors.uninitialized(PropertyKey.toDisplay(key));
        }
        return value;
    }

    /** The slot an export lives in, for caches; null for a namespace or an unknown name. */
    @TruffleBoundary
    public ImportBinding binding(Object key) {
        ResolvedBinding resolved = exports.get(key);
        return resolved == null ? null : resolved.binding();
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
        if (key instanceof Symbol) {
            return OrdinaryObject.getOwnProperty(this, key);
        }
        ResolvedBinding resolved = exports.get(key);
        return resolved == null ? null : PropertyDescriptor.data(read(key, resolved), true, true, false);
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor d) {
        if (key instanceof Symbol) {
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
        return key instanceof Symbol ? Properties.has(this, key) : exports.containsKey(key);
    }

    @Override
    @TruffleBoundary
    public Object get(Object key, Object receiver) {
        if (key instanceof Symbol) {
            Object value = Properties.read(this, key);
            return value == null ? Undefined.INSTANCE : value;
        }
        ResolvedBinding resolved = exports.get(key);
        return resolved == null ? Undefined.INSTANCE : read(key, resolved);
    }

    @Override
    public boolean set(Object key, Object value, Object receiver) {
        return false;
    }

    @Override
    @TruffleBoundary
    public boolean delete(Object key) {
        return key instanceof Symbol ? OrdinaryObject.delete(this, key) : !exports.containsKey(key);
    }

    @Override
    @TruffleBoundary
    public List<Object> ownPropertyKeys() {
        List<Object> keys = new ArrayList<>(exports.size() + 1);
        keys.addAll(exports.keySet());
        Properties.addKeys(this, keys);
        return keys;
    }
}

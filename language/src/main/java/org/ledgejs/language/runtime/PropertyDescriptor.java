package org.ledgejs.language.runtime;

/**
 * A Property Descriptor (ECMA-262 §6.2.6), fields possibly absent (null).
 *
 * @param value a value, or null when absent
 * @param get a callable object or Undefined, or null when absent
 */
public record PropertyDescriptor(Object value, Object get, Object set, Boolean writable, Boolean enumerable, Boolean configurable) {

    public static PropertyDescriptor data(Object value, boolean writable, boolean enumerable, boolean configurable) {
        return new PropertyDescriptor(value, null, null, writable, enumerable, configurable);
    }

    /** A complete data descriptor from {@link PropertyFlags}. */
    public static PropertyDescriptor data(Object value, int flags) {
        return data(value, PropertyFlags.writable(flags), PropertyFlags.enumerable(flags), PropertyFlags.configurable(flags));
    }

    public static PropertyDescriptor accessor(Object get, Object set, boolean enumerable, boolean configurable) {
        return new PropertyDescriptor(null, get, set, null, enumerable, configurable);
    }

    /** Only a value: what an ordinary assignment to an existing property defines. */
    public static PropertyDescriptor valueOnly(Object value) {
        return new PropertyDescriptor(value, null, null, null, null, null);
    }

    public boolean isAccessor() {
        return get != null || set != null;
    }

    public boolean isData() {
        return value != null || writable != null;
    }

    public boolean isGeneric() {
        return !isAccessor() && !isData();
    }

    public boolean isWritable() {
        return writable != null && writable;
    }

    public boolean isEnumerable() {
        return enumerable != null && enumerable;
    }

    public boolean isConfigurable() {
        return configurable != null && configurable;
    }

    /** Absent attributes are false. */
    public int toFlags() {
        return (isEnumerable() ? 0 : PropertyFlags.NOT_ENUMERABLE) | (isConfigurable() ? 0 : PropertyFlags.NOT_CONFIGURABLE)
                | (isAccessor() ? PropertyFlags.ACCESSOR : isWritable() ? 0 : PropertyFlags.NOT_WRITABLE);
    }
}

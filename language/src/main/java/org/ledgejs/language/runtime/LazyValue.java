package org.ledgejs.language.runtime;

/** Stands in a {@link PropertyFlags#LAZY} property until it is first read: an intrinsic not touched yet. */
@FunctionalInterface
public interface LazyValue {
    Object create(Realm realm);
}

package org.ledgejs.language.runtime;

/** Getter and setter of an accessor property: each a callable {@link JSObject}, or {@link Undefined}. */
public record Accessor(Object getter, Object setter) { }

package org.ledgejs.language.runtime;

/** What an iterator over a collection gives. */
public enum IteratorKind { KEYS, VALUES, ENTRIES }

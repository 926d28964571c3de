package org.ledgejs.language.runtime;

/** How a suspended function goes on: with a value, as if it returned there, or with an exception. */
public enum ResumeMode { NEXT, RETURN, THROW }

package org.ledgejs.language.runtime;

/** What a module scope's slot of an import holds: where the exporting module keeps the variable. */
public record ImportBinding(Scope scope, int slot) { }

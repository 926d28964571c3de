package org.ledgejs.node.binding.fs;

import org.ledgejs.language.builtins.PropertyTable;

/** Binding {@code fs}: files through the context's file system, so that an embedder's own and its limits hold for the program too. */
public final class FsBinding {
    public static final PropertyTable TABLE = Watching.addTo(Names.addTo(Attributes.addTo(Contents.addTo(new PropertyTable()))));

    private FsBinding() { }
}

package org.ledgejs.language.runtime;

import java.util.LinkedHashMap;

/** The properties of an object used as a map: all of them, by name and by index. */
final class Dictionary extends ElementTable {
    final LinkedHashMap<Object, Element> named = new LinkedHashMap<>();

    Dictionary(ElementTable elements) {
        super(elements);
    }

    /** What is left when the names live elsewhere: null for nothing. The dictionary must not be used any more. */
    ElementTable elementsAlone() {
        return isEmpty() ? null : new ElementTable(this);
    }
}

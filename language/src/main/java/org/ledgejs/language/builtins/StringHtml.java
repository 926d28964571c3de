package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Strings;

/** String's methods that make HTML (ECMA-262 §B.2.2). */
final class StringHtml {
    static final PropertyTable TABLE = new PropertyTable()
            .method("anchor", 1, create("anchor", "a", "name"))
            .method("big", 0, create("big", "big", null))
            .method("blink", 0, create("blink", "blink", null))
            .method("bold", 0, create("bold", "b", null))
            .method("fixed", 0, create("fixed", "tt", null))
            .method("fontcolor", 1, create("fontcolor", "font", "color"))
            .method("fontsize", 1, create("fontsize", "font", "size"))
            .method("italics", 0, create("italics", "i", null))
            .method("link", 1, create("link", "a", "href"))
            .method("small", 0, create("small", "small", null))
            .method("strike", 0, create("strike", "strike", null))
            .method("sub", 0, create("sub", "sub", null))
            .method("sup", 0, create("sup", "sup", null));

    private StringHtml() { }

    /** CreateHTML (§B.2.2.2.1). @param attribute its value is the argument; null for none */
    private static Builtin.Body create(String method, String tag, String attribute) {
        return (realm, thisValue, args) -> {
            String text = Strings.java(StringPrototype.thisString(thisValue, method));
            String open = attribute == null ? tag
                    : tag + " " + attribute + "=\"" + Conversions.toJavaString(args.get(0)).replace("\"", "&quot;") + "\"";
            return Strings.of("<" + open + ">" + text + "</" + tag + ">");
        };
    }
}

package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Strings;

/** Binding {@code url}: domain names to ASCII and back, as the WHATWG URL standard asks for. ICU loads only for names that need it. */
final class UrlBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("domainToASCII", 2, (realm, thisValue, args) -> {
                String domain = Conversions.toJavaString(args.get(0));
                return Strings.of(isPlain(domain) ? lowerCase(domain) : DomainNames.toAscii(domain, Conversions.toBoolean(args.get(1))));
            })
            .method("domainToUnicode", 1, (realm, thisValue, args) -> {
                String domain = Conversions.toJavaString(args.get(0));
                return Strings.of(isPlain(domain) ? lowerCase(domain) : DomainNames.toUnicode(domain));
            });

    private UrlBinding() { }

    /** ASCII without a label in Punycode. */
    static boolean isPlain(String domain) {
        int length = domain.length();
        for (int i = 0; i < length; i++) {
            char c = domain.charAt(i);
            if (c >= 0x80 || (c | 0x20) == 'x' && domain.regionMatches(true, i, "xn--", 0, 4) && (i == 0 || domain.charAt(i - 1) == '.')) {
                return false;
            }
        }
        return true;
    }

    private static String lowerCase(String domain) {
        StringBuilder out = null;
        for (int i = 0; i < domain.length(); i++) {
            char c = domain.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                if (out == null) {
                    out = new StringBuilder(domain);
                }
                out.setCharAt(i, (char) (c + 0x20));
            }
        }
        return out == null ? domain : out.toString();
    }
}

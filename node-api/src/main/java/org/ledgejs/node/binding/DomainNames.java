package org.ledgejs.node.binding;

import java.util.EnumSet;
import java.util.Set;

import org.graalvm.shadowed.com.ibm.icu.text.IDNA;

/** UTS #46, non-transitional, as the WHATWG URL standard uses it: hyphens and lengths are not checked, bidi and joiners are. */
final class DomainNames {
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final Set<IDNA.Error> IGNORED = EnumSet.of(IDNA.Error.EMPTY_LABEL, IDNA.Error.LABEL_TOO_LONG, IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

    private DomainNames() { }

    /** @param lenient keeps what can be kept of an invalid name @return "" if invalid */
    static String toAscii(String domain, boolean lenient) {
        StringBuilder out = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        UTS46.nameToASCII(domain, out, info);
        return lenient || IGNORED.containsAll(info.getErrors()) ? out.toString() : "";
    }

    static String toUnicode(String domain) {
        StringBuilder out = new StringBuilder();
        UTS46.nameToUnicode(domain, out, new IDNA.Info());
        return out.toString();
    }
}

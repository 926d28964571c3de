package org.ledgejs.node.binding.tls;

import java.util.Locale;
import java.util.Map;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.node.binding.ObjectBuilder;

/** A failure as programs know it from OpenSSL: which part of it, and a reason in lower case, from which the code is made. Passes between Java code of the bindings. */
@SuppressWarnings("serial")
final class TlsException extends Exception {
    /** OpenSSL's numbers of reasons, which are in its messages: of those programs meet most. */
    private static final Map<String, String> NUMBERS = Map.of("no cipher match", "0A0000B9", "no start line", "0480006C", "unsupported", "1E08010C",
            "key values mismatch", "05800074", "wrong version number", "0A00010B", "packet length too long", "0A0000C6", "http request", "0A00009C",
            "no shared cipher", "0A0000C1", "unsupported protocol", "0A000102", "bad decrypt", "1C800064");

    private final String library;
    private final String code;

    private TlsException(String library, String code, String reason, boolean complete) {
        super(reason, null, false, false);
        this.library = library;
        this.code = complete ? code : code + reason.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    /** Of the protocol: {@code ERR_SSL_…}. */
    static TlsException protocol(String reason) {
        return new TlsException("SSL routines", "ERR_SSL_", reason, false);
    }

    /** Of another part: {@code ERR_OSSL_PEM_…}. @param library as {@code PEM routines} @param part as {@code PEM_}, empty for none */
    static TlsException of(String library, String part, String reason) {
        return new TlsException(library, "ERR_OSSL_" + part, reason, false);
    }

    /** One OpenSSL has no name for. */
    static TlsException unnamed(String reason) {
        return new TlsException("SSL routines", "EPROTO", reason, true);
    }

    static TlsException badDecrypt() {
        return of("Provider routines", "", "bad decrypt");
    }

    static TlsException unsupportedKey() {
        return of("DECODER routines", "", "unsupported");
    }

    String code() {
        return code;
    }

    JSObject toGuest() {
        JSException e = Errors.error(Intrinsic.ERROR_PROTOTYPE, "error:" + (NUMBERS.containsKey(getMessage()) ? NUMBERS.get(getMessage()) + ":" : "") + library + "::" + getMessage());
        return new ObjectBuilder((JSObject) e.value()).put("library", library).put("reason", getMessage()).put("code", code).build();
    }

    JSException thrown() {
        return new JSException(toGuest(), null);
    }
}

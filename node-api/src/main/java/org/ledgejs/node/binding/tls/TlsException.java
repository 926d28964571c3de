package org.ledgejs.node.binding.tls;

import java.util.Locale;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.node.binding.ObjectBuilder;

/** A failure as programs know it from OpenSSL: which part of it, and a reason in lower case, from which the code is made. Passes between Java code of the bindings. */
@SuppressWarnings("serial")
final class TlsException extends Exception {
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
        JSException e = Errors.error(Intrinsic.ERROR_PROTOTYPE, "error:" + library + "::" + getMessage());
        return new ObjectBuilder((JSObject) e.value()).put("library", library).put("reason", getMessage()).put("code", code).build();
    }

    JSException thrown() {
        return new JSException(toGuest(), null);
    }
}

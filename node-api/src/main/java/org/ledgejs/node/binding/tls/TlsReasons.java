package org.ledgejs.node.binding.tls;

import java.util.Map;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.NotSslRecordException;

/** OpenSSL's words for what the TLS of Java says went wrong. Java tells it in its texts only. */
final class TlsReasons {
    private static final String ALERT = "Received fatal alert: ";
    /** Those whose text is not "tlsv1 alert …" (RFC 8446 §6). */
    private static final Map<String, String> ALERTS = Map.ofEntries(
            Map.entry("unexpected_message", "ssl/tls alert unexpected message"), Map.entry("bad_record_mac", "ssl/tls alert bad record mac"),
            Map.entry("handshake_failure", "ssl/tls alert handshake failure"), Map.entry("no_certificate", "ssl/tls alert no certificate"),
            Map.entry("bad_certificate", "ssl/tls alert bad certificate"), Map.entry("unsupported_certificate", "ssl/tls alert unsupported certificate"),
            Map.entry("certificate_revoked", "ssl/tls alert certificate revoked"), Map.entry("certificate_expired", "ssl/tls alert certificate expired"),
            Map.entry("certificate_unknown", "ssl/tls alert certificate unknown"), Map.entry("illegal_parameter", "ssl/tls alert illegal parameter"),
            Map.entry("unrecognized_name", "tlsv1 unrecognized name"), Map.entry("missing_extension", "tlsv13 alert missing extension"),
            Map.entry("certificate_required", "tlsv13 alert certificate required"));
    /** By a part of Java's text; the first that is in it counts. */
    private static final String[][] TEXTS = {
        {"no cipher suites in common", "no shared cipher"}, {"no shared", "no shared cipher"},
        {"No appropriate protocol", "no protocols available"},
        {"is not accepted by client preferences", "unsupported protocol"}, {"is not accepted by server preferences", "unsupported protocol"},
        {"are not accepted by server preferences", "unsupported protocol"}, {"is not enabled or supported", "unsupported protocol"},
        {"Empty client certificate chain", "peer did not return a certificate"}, {"Empty server certificate chain", "peer did not return a certificate"},
        {"Tag mismatch", "decryption failed or bad record mac"}, {"bad record MAC", "decryption failed or bad record mac"},
        {"Insufficient buffer", "decryption failed or bad record mac"}, {"application protocol", "no application protocol"},
        {"ALPN", "no application protocol"}, {"certificate_unknown", "certificate verify failed"},
        {"Unsupported or unrecognized SSL message", "wrong version number"}, {"record too big", "packet length too long"},
        {"Server key", "dh key too small"}, {"DH ServerKeyExchange does not comply", "dh key too small"},
    };

    /** The beginnings GET, POST, HEAD and PUT, as Netty writes what is no TLS. */
    private static final Pattern HTTP = Pattern.compile(": (47455420|504f5354|48454144|50555420)");

    private TlsReasons() { }

    static TlsException of(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof SSLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof NotSslRecordException) {
            return TlsException.protocol(HTTP.matcher(String.valueOf(cause.getMessage())).find() ? "http request" : "wrong version number");
        }
        String text = String.valueOf(cause.getMessage());
        if (text.contains(ALERT)) {
            String alert = text.substring(text.indexOf(ALERT) + ALERT.length()).strip();
            return TlsException.protocol(ALERTS.getOrDefault(alert, "tlsv1 alert " + alert.replace('_', ' ')));
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            for (String[] entry : TEXTS) {
                if (String.valueOf(each.getMessage()).contains(entry[0])) {
                    return TlsException.protocol(entry[1]);
                }
            }
        }
        return TlsException.unnamed(text);
    }
}

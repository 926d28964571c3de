package org.ledgejs.node.binding.tls;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every handshake end. As in Node a program may look at a certificate that is not to be trusted, so the verdict is {@link Verification}'s, made
 * when the handshake is over, and what comes of it is decided before any data is handed over.
 */
final class OpenTrustManager extends X509ExtendedTrustManager {
    private final List<X509Certificate> issuers;

    /** @param issuers whose certificates a server says it would like */
    OpenTrustManager(List<X509Certificate> issuers) {
        this.issuers = issuers;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.toArray(X509Certificate[]::new);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) { }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) { }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) { }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) { }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) { }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) { }
}

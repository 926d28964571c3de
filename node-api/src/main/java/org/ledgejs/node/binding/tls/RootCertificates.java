package org.ledgejs.node.binding.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The certificates trusted from the start: those that come with the Java runtime. */
final class RootCertificates {
    private static List<X509Certificate> bundled;

    private RootCertificates() { }

    static synchronized List<X509Certificate> bundled() {
        if (bundled == null) {
            Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
            List<X509Certificate> result = new ArrayList<>();
            try (InputStream in = Files.newInputStream(file)) {
                KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
                store.load(in, null);
                for (String alias : Collections.list(store.aliases())) {
                    if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                        result.add(certificate);
                    }
                }
            } catch (IOException | GeneralSecurityException e) {
                // A runtime without them trusts nobody.
                result.clear();
            }
            bundled = List.copyOf(result);
        }
        return bundled;
    }
}

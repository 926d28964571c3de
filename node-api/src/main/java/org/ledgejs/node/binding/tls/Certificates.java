package org.ledgejs.node.binding.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates and lists of revoked ones, from PEM or DER (RFC 5280). */
final class Certificates {
    private Certificates() { }

    /** All certificates of a text; none if it holds none. */
    static List<X509Certificate> read(byte[] text) throws TlsException {
        List<X509Certificate> result = new ArrayList<>();
        for (Pem block : Pem.blocks(text)) {
            if (block.isCertificate()) {
                result.add(decode(block.bytes()));
            }
        }
        if (result.isEmpty() && text.length > 0 && text[0] == Der.SEQUENCE) {
            result.add(decode(text));
        }
        return result;
    }

    /** At least one. */
    static List<X509Certificate> require(byte[] text) throws TlsException {
        List<X509Certificate> result = read(text);
        if (result.isEmpty()) {
            throw TlsException.of("PEM routines", "PEM_", "no start line");
        }
        return result;
    }

    static X509Certificate decode(byte[] der) throws TlsException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw TlsException.of("asn1 encoding routines", "ASN1_", "wrong tag");
        }
    }

    static List<X509CRL> revocations(byte[] text) throws TlsException {
        List<X509CRL> result = new ArrayList<>();
        try {
            for (Pem block : Pem.blocks(text)) {
                if (block.label().equals("X509 CRL")) {
                    result.add((X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(block.bytes())));
                }
            }
        } catch (CertificateException | CRLException e) {
            result.clear();
        }
        if (result.isEmpty()) {
            throw TlsException.of("PEM routines", "PEM_", "no start line");
        }
        return result;
    }

    /** Whether its issuer is its subject and its own key signed it. */
    static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()) && isSignedBy(certificate, issuer);
    }

    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

package org.ledgejs.node.binding.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whether a chain of certificates leads to one that is trusted. Java's PKIX (RFC 5280 §6) has to agree in any case; what is said here before it is asked
 * is OpenSSL's: its name of what is wrong, and that a chain has to end at a root, where Java is content with any certificate that is trusted.
 */
final class Verification {
    private static final int MAX_DEPTH = 100;
    /** The chain is in order. */
    static final String OK = null;

    private final List<X509Certificate> trusted;
    private final List<X509CRL> revocations;
    private final boolean partialChain;

    Verification(List<X509Certificate> trusted, List<X509CRL> revocations, boolean partialChain) {
        this.trusted = trusted;
        this.revocations = revocations;
        this.partialChain = partialChain;
    }

    /** @param sent what the other side sent, its own certificate first @return {@link #OK}, or a code such as {@code CERT_HAS_EXPIRED} */
    String check(List<X509Certificate> sent, boolean server) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(sent.getFirst());
        String failure = build(chain, sent);
        Date now = new Date();
        for (X509Certificate each : chain.reversed()) {
            // The last failure counts, as OpenSSL goes on from one to the next.
            if (now.before(each.getNotBefore())) {
                failure = "CERT_NOT_YET_VALID";
            } else if (now.after(each.getNotAfter())) {
                failure = "CERT_HAS_EXPIRED";
            }
        }
        return failure == OK ? pkix(chain, server) : failure;
    }

    private String build(List<X509Certificate> chain, List<X509Certificate> sent) {
        boolean known = trusted.contains(chain.getLast());
        int untrusted = 1;
        while (!Certificates.isSelfSigned(chain.getLast()) && chain.size() < MAX_DEPTH) {
            X509Certificate last = chain.getLast();
            X509Certificate issuer = issuer(last, trusted);
            if (issuer == null) {
                issuer = issuer(last, sent);
                if (issuer == null || chain.contains(issuer)) {
                    break;
                }
                untrusted++;
            } else {
                known = true;
            }
            chain.add(issuer);
        }
        X509Certificate last = chain.getLast();
        if (Certificates.isSelfSigned(last)) {
            return trusted.contains(last) ? OK : chain.size() == 1 ? "DEPTH_ZERO_SELF_SIGNED_CERT" : "SELF_SIGNED_CERT_IN_CHAIN";
        }
        if (known && partialChain) {
            return OK;
        }
        return chain.size() == 1 ? "UNABLE_TO_VERIFY_LEAF_SIGNATURE" : untrusted < chain.size() ? "UNABLE_TO_GET_ISSUER_CERT" : "UNABLE_TO_GET_ISSUER_CERT_LOCALLY";
    }

    private static X509Certificate issuer(X509Certificate certificate, List<X509Certificate> candidates) {
        X509Certificate found = null;
        for (X509Certificate each : candidates) {
            if (!each.equals(certificate) && Certificates.isIssuedBy(certificate, each)) {
                found = each;
                if (each.getNotAfter().after(new Date())) {
                    break;
                }
            }
        }
        return found;
    }

    private String pkix(List<X509Certificate> chain, boolean server) {
        try {
            X509TrustManager manager = manager();
            X509Certificate[] path = chain.toArray(X509Certificate[]::new);
            if (server) {
                manager.checkServerTrusted(path, "UNKNOWN");
            } else {
                manager.checkClientTrusted(path, "UNKNOWN");
            }
            return OK;
        } catch (CertificateException e) {
            return code(e);
        } catch (GeneralSecurityException | java.io.IOException e) {
            return "UNSPECIFIED";
        }
    }

    private X509TrustManager manager() throws GeneralSecurityException, java.io.IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("ca" + i, trusted.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        if (revocations.isEmpty()) {
            factory.init(store);
        } else {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(store, new X509CertSelector());
            parameters.setRevocationEnabled(true);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(revocations)));
            factory.init(new CertPathTrustManagerParameters(parameters));
        }
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    /** OpenSSL's name of what PKIX did not like. */
    private String code(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CertPathValidatorException e) {
                return switch (e.getReason()) {
                    case BasicReason.EXPIRED -> "CERT_HAS_EXPIRED";
                    case BasicReason.NOT_YET_VALID -> "CERT_NOT_YET_VALID";
                    case BasicReason.REVOKED -> "CERT_REVOKED";
                    case BasicReason.UNDETERMINED_REVOCATION_STATUS -> staleLists() ? "CRL_HAS_EXPIRED" : "UNABLE_TO_GET_CRL";
                    case BasicReason.INVALID_SIGNATURE -> "CERT_SIGNATURE_FAILURE";
                    case BasicReason.ALGORITHM_CONSTRAINED -> "CA_MD_TOO_WEAK";
                    case PKIXReason.NOT_CA_CERT -> "INVALID_CA";
                    case PKIXReason.PATH_TOO_LONG -> "PATH_LENGTH_EXCEEDED";
                    case PKIXReason.INVALID_KEY_USAGE -> "INVALID_PURPOSE";
                    case PKIXReason.NO_TRUST_ANCHOR -> "UNABLE_TO_GET_ISSUER_CERT_LOCALLY";
                    default -> "CERT_REJECTED";
                };
            }
            if (each instanceof CertPathBuilderException && each.getCause() == null) {
                return revocations.isEmpty() ? "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" : "UNABLE_TO_GET_CRL";
            }
        }
        // What PKIX has nothing against Java's own rules for servers and clients refuse: what a key may be used for.
        return "INVALID_PURPOSE";
    }

    private boolean staleLists() {
        Date now = new Date();
        return revocations.stream().anyMatch(list -> list.getNextUpdate() != null && list.getNextUpdate().before(now));
    }

    /** OpenSSL's words for a code. */
    static String text(String code) {
        return switch (code) {
            case "DEPTH_ZERO_SELF_SIGNED_CERT" -> "self-signed certificate";
            case "SELF_SIGNED_CERT_IN_CHAIN" -> "self-signed certificate in certificate chain";
            case "UNABLE_TO_VERIFY_LEAF_SIGNATURE" -> "unable to verify the first certificate";
            case "UNABLE_TO_GET_ISSUER_CERT" -> "unable to get issuer certificate";
            case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" -> "unable to get local issuer certificate";
            case "CERT_HAS_EXPIRED" -> "certificate has expired";
            case "CERT_NOT_YET_VALID" -> "certificate is not yet valid";
            case "CERT_REVOKED" -> "certificate revoked";
            case "CRL_HAS_EXPIRED" -> "CRL has expired";
            case "UNABLE_TO_GET_CRL" -> "unable to get certificate CRL";
            case "CERT_SIGNATURE_FAILURE" -> "certificate signature failure";
            case "CA_MD_TOO_WEAK" -> "CA signature digest algorithm too weak";
            case "INVALID_CA" -> "invalid CA certificate";
            case "PATH_LENGTH_EXCEEDED" -> "path length constraint exceeded";
            case "INVALID_PURPOSE" -> "unsuitable certificate purpose";
            case "CERT_REJECTED" -> "certificate rejected";
            default -> "unspecified certificate verification error";
        };
    }
}

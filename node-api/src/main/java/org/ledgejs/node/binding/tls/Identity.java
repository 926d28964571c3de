package org.ledgejs.node.binding.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;

/** A private key and the certificates that go with it, the key's own first. */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    /** @throws TlsException if the certificate is another key's */
    static Identity of(PrivateKey key, List<X509Certificate> chain) throws TlsException {
        X509Certificate own = chain.getFirst();
        if (!own.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            throw TlsException.of("x509 certificate routines", "X509_", "key type mismatch");
        }
        if (!match(key, own.getPublicKey())) {
            throw TlsException.of("x509 certificate routines", "X509_", "key values mismatch");
        }
        return new Identity(key, chain);
    }

    private static boolean match(PrivateKey key, PublicKey other) {
        if (key instanceof RSAPrivateKey mine && other instanceof RSAPublicKey theirs) {
            return mine.getModulus().equals(theirs.getModulus());
        }
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            case "EdDSA", "Ed25519", "Ed448" -> key.getAlgorithm();
            default -> null;
        };
        if (algorithm == null) {
            return true;
        }
        try {
            byte[] text = new byte[16];
            new SecureRandom().nextBytes(text);
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A chain of one is made longer by issuers that are known. */
    Identity completed(List<X509Certificate> known) {
        if (chain.size() != 1) {
            return this;
        }
        List<X509Certificate> longer = new ArrayList<>(chain);
        X509Certificate last = chain.getFirst();
        while (longer.size() < 10 && !Certificates.isSelfSigned(last)) {
            X509Certificate subject = last;
            X509Certificate issuer = known.stream().filter(each -> Certificates.isIssuedBy(subject, each)).findFirst().orElse(null);
            if (issuer == null) {
                break;
            }
            longer.add(issuer);
            last = issuer;
        }
        return new Identity(key, longer);
    }
}

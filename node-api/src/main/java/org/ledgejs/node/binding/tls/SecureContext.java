package org.ledgejs.node.binding.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;

/** What many connections have in common: keys, certificates, whom to trust, versions and suites. Filled by the program, then made an {@link SSLContext} once. */
final class SecureContext extends JSObject {
    private static final Shape CONTEXT_ROOT = shapeBuilder().build();
    static {
        LegacySuites.permit();
    }

    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

    private final List<List<X509Certificate>> chains = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();
    private final List<X509Certificate> authorities = new ArrayList<>();
    private final List<X509CRL> revocations = new ArrayList<>();
    private boolean usesDefaults = true;
    private boolean partialChain;
    private boolean honorsOrder;
    private int minVersion = 2;
    private int maxVersion = 3;
    private List<String> suites;
    private String[] groups;
    private String[] signatures;
    private SSLContext made;
    private List<Identity> identities = List.of();

    SecureContext() {
        super(CONTEXT_ROOT, null);
    }

    static SecureContext of(Object value) {
        if (value instanceof SecureContext context) {
            return context;
        }
        throw Errors.typeError("Illegal invocation");
    }

    // Filling it.

    void addChain(byte[] text) throws TlsException {
        chains.add(Certificates.require(text));
        made = null;
    }

    void addKey(byte[] text, byte[] passphrase) throws TlsException {
        PrivateKey key = PrivateKeys.read(text, passphrase);
        for (List<X509Certificate> chain : chains.reversed()) {
            if (chain.getFirst().getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
                Identity.of(key, chain);
                break;
            }
        }
        keys.add(key);
        made = null;
    }

    /** Trusts these besides those there are. @return how many they were */
    int addAuthorities(byte[] text) throws TlsException {
        List<X509Certificate> added = Certificates.read(text);
        authorities.addAll(added);
        made = null;
        return added.size();
    }

    void addAuthorities(List<X509Certificate> added) {
        authorities.addAll(added);
        made = null;
    }

    void clearDefaults() {
        usesDefaults = false;
    }

    void addRevocations(byte[] text) throws TlsException {
        revocations.addAll(Certificates.revocations(text));
    }

    /** A PKCS #12 store (RFC 7292): a key, its certificates, and authorities. */
    void addStore(byte[] bytes, String passphrase) throws TlsException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] password = passphrase.toCharArray();
            store.load(new ByteArrayInputStream(bytes), password);
            boolean found = false;
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    found = true;
                    keys.add(key);
                    List<X509Certificate> chain = new ArrayList<>();
                    for (Certificate each : store.getCertificateChain(alias)) {
                        chain.add((X509Certificate) each);
                    }
                    chains.add(chain);
                    authorities.addAll(chain.subList(1, chain.size()));
                } else if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    authorities.add(certificate);
                }
            }
            if (!found) {
                throw TlsException.of("PKCS12 routines", "PKCS12_", "unable to load private key from PFX data");
            }
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException ? TlsException.of("PKCS12 routines", "PKCS12_", "mac verify failure")
                    : TlsException.of("asn1 encoding routines", "ASN1_", "not enough data");
        } catch (GeneralSecurityException e) {
            throw TlsException.of("PKCS12 routines", "PKCS12_", "mac verify failure");
        }
        made = null;
    }

    /** @param min index of the oldest version taken: 0 TLSv1 … 3 TLSv1.3 */
    void setVersions(int min, int max) {
        minVersion = min;
        maxVersion = max;
    }

    int[] versions() {
        return new int[] {minVersion, maxVersion};
    }

    void setSuites(List<String> names) {
        suites = names;
    }

    void setGroups(String[] names) {
        groups = names;
    }

    void setSignatures(String[] names) {
        signatures = names;
    }

    void setHonorsOrder(boolean value) {
        honorsOrder = value;
    }

    void setPartialChain(boolean value) {
        partialChain = value;
    }

    /** From now on no session from before is taken up again. */
    void forgetSessions() {
        made = null;
    }

    // Using it.

    private SSLContext context() throws GeneralSecurityException {
        if (made == null) {
            List<Identity> usable = new ArrayList<>();
            for (PrivateKey key : keys) {
                for (List<X509Certificate> chain : chains) {
                    try {
                        usable.add(Identity.of(key, chain).completed(authorities));
                    } catch (TlsException e) {
                        // Another key's.
                    }
                }
            }
            identities = usable;
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new IdentityKeyManager(usable)}, new TrustManager[] {new OpenTrustManager(authorities)}, null);
            made = context;
        }
        return made;
    }

    /** Where a new session of a client is to be. */
    TlsSessions.Place newPlace() throws TlsException {
        try {
            return TlsSessions.newPlace(context());
        } catch (GeneralSecurityException e) {
            throw TlsException.protocol("library bug");
        }
    }

    /** @param place of a client's session; null for a server @throws TlsException if no version or suite is left that Java has */
    SSLEngine newEngine(TlsSessions.Place place) throws TlsException {
        try {
            boolean server = place == null;
            SSLEngine engine = server ? context().createSSLEngine() : place.context().createSSLEngine(place.host(), 1);
            engine.setUseClientMode(!server);
            SSLParameters parameters = engine.getSSLParameters();
            List<String> supported = List.of(context().getDefaultSSLParameters().getProtocols());
            String[] protocols = VERSIONS.subList(minVersion, Math.max(minVersion, maxVersion + 1)).stream().filter(supported::contains).toArray(String[]::new);
            if (protocols.length == 0) {
                throw TlsException.protocol(server ? "unsupported protocol" : "no protocols available");
            }
            parameters.setProtocols(protocols);
            if (suites != null) {
                parameters.setCipherSuites(suites.toArray(String[]::new));
            }
            if (groups != null) {
                parameters.setNamedGroups(groups);
            }
            if (signatures != null) {
                parameters.setSignatureSchemes(signatures);
            }
            parameters.setUseCipherSuitesOrder(honorsOrder);
            engine.setSSLParameters(parameters);
            return engine;
        } catch (GeneralSecurityException e) {
            throw TlsException.protocol("library bug");
        } catch (IllegalArgumentException e) {
            throw TlsException.protocol("no ciphers available");
        }
    }

    List<X509Certificate> trusted() {
        if (!usesDefaults) {
            return authorities;
        }
        List<X509Certificate> all = new ArrayList<>(RootCertificates.bundled());
        all.addAll(authorities);
        return all;
    }

    /** @param server whether the chain is a server's */
    String verify(List<X509Certificate> chain, boolean server) {
        return new Verification(trusted(), revocations, partialChain).check(chain, server);
    }

    X509Certificate ownCertificate() {
        return chains.isEmpty() ? null : chains.getFirst().getFirst();
    }

    @Override
    public String className() {
        return "SecureContext";
    }
}

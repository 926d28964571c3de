package org.ledgejs.node.binding.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/** Gives the first identity whose key is of the kind asked for, whatever issuers the other side would like: it decides what it takes. An alias is an index. */
final class IdentityKeyManager extends X509ExtendedKeyManager {
    private final List<Identity> identities;

    IdentityKeyManager(List<Identity> identities) {
        this.identities = identities;
    }

    /** @param kind as JSSE says it: an algorithm, perhaps with that of the issuer's key behind it ({@code EC_RSA}) */
    private String find(String kind) {
        String algorithm = kind.contains("_") ? kind.substring(0, kind.indexOf('_')) : kind;
        for (int i = 0; i < identities.size(); i++) {
            String own = identities.get(i).key().getAlgorithm();
            if (own.equals(algorithm) || algorithm.equals("EdDSA") && own.startsWith("Ed")) {
                return String.valueOf(i);
            }
        }
        return null;
    }

    private Identity get(String alias) {
        return identities.get(Integer.parseInt(alias));
    }

    @Override
    public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine engine) {
        for (String kind : kinds) {
            String alias = find(kind);
            if (alias != null) {
                return alias;
            }
        }
        return null;
    }

    @Override
    public String chooseEngineServerAlias(String kind, Principal[] issuers, SSLEngine engine) {
        return find(kind);
    }

    @Override
    public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
        return chooseEngineClientAlias(kinds, issuers, null);
    }

    @Override
    public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
        return find(kind);
    }

    @Override
    public String[] getClientAliases(String kind, Principal[] issuers) {
        return getServerAliases(kind, issuers);
    }

    @Override
    public String[] getServerAliases(String kind, Principal[] issuers) {
        String alias = find(kind);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return get(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return get(alias).key();
    }
}

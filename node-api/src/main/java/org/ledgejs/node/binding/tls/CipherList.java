package org.ledgejs.node.binding.tls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;

import io.netty.handler.ssl.CipherSuiteConverter;

/** Cipher suites by the names and in the language of OpenSSL ({@code man ciphers}), for the suites Java has. */
final class CipherList {
    private static final String TLS13 = "TLS_";

    /** @param standard the name in the IANA's registry, which is Java's */
    record Suite(String standard, String name) {
        boolean isTls13() {
            return name.startsWith(TLS13);
        }

        private boolean has(String part) {
            return ("-" + name + "-").contains("-" + part + "-");
        }
    }

    static {
        LegacySuites.permit();
    }

    private static List<Suite> known;

    private CipherList() { }

    /** All there are, in Java's order of preference. */
    static synchronized List<Suite> known() {
        if (known == null) {
            List<Suite> suites = new ArrayList<>();
            try {
                for (String standard : SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites()) {
                    if (!standard.endsWith("_SCSV")) {
                        suites.add(new Suite(standard, nameOf(standard)));
                    }
                }
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            known = List.copyOf(suites);
        }
        return known;
    }

    /** OpenSSL's name of a suite; the standard one where it has no other. */
    static String nameOf(String standard) {
        boolean tls13 = !standard.contains("_WITH_");
        String name = tls13 ? null : CipherSuiteConverter.toOpenSsl(standard, false);
        return name == null ? standard : name;
    }

    /**
     * Java's names of what a list selects.
     *
     * @throws TlsException if that is nothing
     */
    static List<String> parse(String list) throws TlsException {
        Set<Suite> selected = new LinkedHashSet<>();
        Set<Suite> killed = new LinkedHashSet<>();
        for (String word : list.split("[:, ]+")) {
            if (word.isEmpty() || word.startsWith("@")) {
                continue;
            }
            char mark = word.charAt(0);
            boolean marked = mark == '!' || mark == '-' || mark == '+';
            List<Suite> matches = matching(marked ? word.substring(1) : word);
            switch (mark) {
                case '!' -> {
                    killed.addAll(matches);
                    matches.forEach(selected::remove);
                }
                case '-' -> matches.forEach(selected::remove);
                case '+' -> matches.stream().filter(selected::remove).toList().forEach(selected::add);
                default -> matches.stream().filter(suite -> !killed.contains(suite)).forEach(selected::add);
            }
        }
        if (selected.isEmpty()) {
            throw TlsException.protocol("no cipher match");
        }
        return selected.stream().map(Suite::standard).toList();
    }

    private static List<Suite> matching(String word) {
        List<Suite> byName = known().stream().filter(suite -> suite.name.equals(word) || suite.standard.equals(word)).toList();
        if (!byName.isEmpty()) {
            return byName;
        }
        Predicate<Suite> all = suite -> !suite.isTls13();
        for (String part : word.split("\\+")) {
            all = all.and(meaning(part));
        }
        return known().stream().filter(all).toList();
    }

    private static Predicate<Suite> meaning(String part) {
        return switch (part) {
            case "ALL", "DEFAULT", "HIGH", "TLSv1.2", "COMPLEMENTOFDEFAULT" -> suite -> part.charAt(0) != 'C';
            case "TLSv1", "TLSv1.0", "SSLv3" -> suite -> suite.name.endsWith("-SHA");
            case "AES" -> suite -> suite.name.contains("AES");
            case "AES128" -> suite -> suite.name.contains("AES128");
            case "AES256" -> suite -> suite.name.contains("AES256");
            case "AESGCM" -> suite -> suite.name.contains("AES") && suite.has("GCM");
            case "AESCCM" -> suite -> suite.has("CCM");
            case "CHACHA20" -> suite -> suite.has("CHACHA20");
            case "ECDH", "ECDHE", "EECDH", "kECDHE", "kEECDH" -> suite -> suite.has("ECDHE");
            case "DH", "DHE", "EDH", "kDHE", "kEDH" -> suite -> suite.has("DHE");
            case "aRSA" -> suite -> suite.has("RSA") || keyExchangeIsRsa(suite);
            case "RSA" -> suite -> suite.has("RSA") || keyExchangeIsRsa(suite);
            case "kRSA" -> CipherList::keyExchangeIsRsa;
            case "ECDSA", "aECDSA" -> suite -> suite.has("ECDSA");
            case "DSS", "aDSS" -> suite -> suite.has("DSS");
            case "SHA", "SHA1" -> suite -> suite.has("SHA");
            case "SHA256" -> suite -> suite.has("SHA256") && !suite.has("GCM");
            case "SHA384" -> suite -> suite.has("SHA384") && !suite.has("GCM");
            default -> suite -> false;
        };
    }

    /** Names that begin with the cipher say nothing of how keys are exchanged. */
    private static boolean keyExchangeIsRsa(Suite suite) {
        return suite.name.startsWith("AES");
    }
}

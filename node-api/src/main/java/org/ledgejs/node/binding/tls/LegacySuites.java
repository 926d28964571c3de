package org.ledgejs.node.binding.tls;

import java.security.Security;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Java refuses by a property of the whole machine what Node leaves to a context's options: key exchange by RSA, which Node's default list still has, and
 * TLS 1.0 and 1.1, which need an option there. In the distribution, whose machine is the program's, the options decide here too; an embedder's is left as it is.
 */
final class LegacySuites {
    private static final String PROPERTY = "jdk.tls.disabledAlgorithms";
    private static final Set<String> LEFT_TO_OPTIONS = Set.of("TLS_RSA_*", "TLSv1", "TLSv1.1");

    static {
        String disabled = Security.getProperty(PROPERTY);
        if (System.getProperty("ledge.home") != null && disabled != null) {
            Security.setProperty(PROPERTY, Arrays.stream(disabled.split(",")).map(String::strip).filter(each -> !LEFT_TO_OPTIONS.contains(each))
                    .collect(Collectors.joining(", ")));
        }
    }

    private LegacySuites() { }

    /** Comes before the first use of Java's TLS, which reads the property once. */
    static void permit() {
        // Loading the class did it.
    }
}

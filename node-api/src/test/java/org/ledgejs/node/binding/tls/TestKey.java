package org.ledgejs.node.binding.tls;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/** A key and a certificate that signed itself, made by the JDK's keytool for one test. */
record TestKey(byte[] store, String key, String certificate) {
    private static final String PASSWORD = "secret";

    /** @param names as keytool's {@code san}, such as {@code dns:localhost} */
    static TestKey make(Path folder, String algorithm, String names) throws Exception {
        Path file = folder.resolve(algorithm + names.hashCode() + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "key", "-keyalg", algorithm,
                "-dname", "CN=test", "-ext", "san=" + names, "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString()).redirectErrorStream(true).start();
        keytool.getInputStream().readAllBytes();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new TestKey(Files.readAllBytes(file), Pem.encode("PRIVATE KEY", store.getKey("key", PASSWORD.toCharArray()).getEncoded()),
                Pem.encode("CERTIFICATE", store.getCertificate("key").getEncoded()));
    }

    /** Declares {@code key}, {@code cert} and {@code pfx} for a program. */
    String declarations() {
        return "const key = `" + key + "`, cert = `" + certificate + "`, pfx = Buffer.from('" + Base64.getEncoder().encodeToString(store) + "', 'base64');\n";
    }
}

package org.ledgejs.node.binding.crypto;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Hash functions by the names OpenSSL has for them, in any case. */
final class Digests {
    private static final Map<String, Supplier<Digest>> BY_NAME = new HashMap<>();

    static {
        jdk("MD5", 64, "md5", "ssl3-md5", "rsa-md5", "md5withrsaencryption");
        jdk("SHA-1", 64, "sha1", "sha-1", "ssl3-sha1", "rsa-sha1", "rsa-sha1-2", "sha1withrsaencryption");
        jdk("SHA-224", 64, "sha224", "sha-224", "sha2-224", "rsa-sha224", "sha224withrsaencryption");
        jdk("SHA-256", 64, "sha256", "sha-256", "sha2-256", "rsa-sha256", "sha256withrsaencryption");
        jdk("SHA-384", 128, "sha384", "sha-384", "sha2-384", "rsa-sha384", "sha384withrsaencryption");
        jdk("SHA-512", 128, "sha512", "sha-512", "sha2-512", "rsa-sha512", "sha512withrsaencryption");
        jdk("SHA-512/224", 128, "sha512-224", "sha-512/224", "sha2-512/224", "rsa-sha512/224", "sha512-224withrsaencryption");
        jdk("SHA-512/256", 128, "sha512-256", "sha-512/256", "sha2-512/256", "rsa-sha512/256", "sha512-256withrsaencryption");
        jdk("SHA3-224", 144, "sha3-224", "rsa-sha3-224", "id-rsassa-pkcs1-v1_5-with-sha3-224");
        jdk("SHA3-256", 136, "sha3-256", "rsa-sha3-256", "id-rsassa-pkcs1-v1_5-with-sha3-256");
        jdk("SHA3-384", 104, "sha3-384", "rsa-sha3-384", "id-rsassa-pkcs1-v1_5-with-sha3-384");
        jdk("SHA3-512", 72, "sha3-512", "rsa-sha3-512", "id-rsassa-pkcs1-v1_5-with-sha3-512");
        names(() -> Shake.of(128), "shake128", "shake-128");
        names(() -> Shake.of(256), "shake256", "shake-256");
        names(Ripemd160::new, "ripemd160", "ripemd", "ripemd-160", "rmd160", "rsa-ripemd160", "ripemd160withrsa");
        names(() -> new TwoDigests(JdkDigest.of("MD5", 64), JdkDigest.of("SHA-1", 64)), "md5-sha1");
    }

    private Digests() { }

    private static void jdk(String name, int blockLength, String... names) {
        names(() -> JdkDigest.of(name, blockLength), names);
    }

    private static void names(Supplier<Digest> function, String... names) {
        for (String name : names) {
            BY_NAME.put(name, function);
        }
    }

    /** A new one, or null if there is none of that name. */
    static Digest create(String name) {
        Supplier<Digest> function = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        return function == null ? null : function.get();
    }
}

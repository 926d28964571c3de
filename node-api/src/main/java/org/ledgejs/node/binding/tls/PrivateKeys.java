package org.ledgejs.node.binding.tls;

import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Private keys from PEM or DER: PKCS#8 (RFC 5958), plain or encrypted (RFC 8018), PKCS#1 (RFC 8017 §A.1.2), SEC 1 (RFC 5915). */
final class PrivateKeys {
    private static final byte[] ZERO = {Der.INTEGER, 1, 0};
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_PUBLIC_KEY = HexFormat.of().parseHex("06072a8648ce3d0201");
    private static final byte[] DSA = HexFormat.of().parseHex("06072a8648ce380401");
    private static final int PARAMETERS = 0xA0;
    /** What keys of the algorithms are called by Java, by object identifier. */
    private static final Map<String, String> ALGORITHMS = Map.of("1.2.840.113549.1.1.1", "RSA", "1.2.840.113549.1.1.10", "RSASSA-PSS",
            "1.2.840.10045.2.1", "EC", "1.2.840.10040.4.1", "DSA", "1.3.101.112", "Ed25519", "1.3.101.113", "Ed448");
    private static final Map<String, String> CIPHERS = Map.of("AES-128-CBC", "AES/16", "AES-192-CBC", "AES/24", "AES-256-CBC", "AES/32",
            "DES-EDE3-CBC", "DESede/24", "DES-CBC", "DES/8");

    private PrivateKeys() { }

    /** @param passphrase null for none */
    static PrivateKey read(byte[] text, byte[] passphrase) throws TlsException {
        List<Pem> blocks = Pem.blocks(text);
        for (Pem block : blocks) {
            if (block.isPrivateKey()) {
                return read(block, passphrase);
            }
        }
        if (text.length > 0 && text[0] == Der.SEQUENCE) {
            return fromDer(text, passphrase);
        }
        throw blocks.isEmpty() ? TlsException.of("PEM routines", "PEM_", "no start line") : TlsException.unsupportedKey();
    }

    private static PrivateKey read(Pem block, byte[] passphrase) throws TlsException {
        byte[] bytes = block.bytes();
        try {
            if (block.headers().containsKey("DEK-Info")) {
                bytes = decryptOldForm(bytes, block.headers().get("DEK-Info"), passphrase);
            }
            return switch (block.label()) {
                case "RSA PRIVATE KEY" -> pkcs8(Der.encode(Der.SEQUENCE, ZERO, RSA, Der.encode(Der.OCTET_STRING, bytes)));
                case "EC PRIVATE KEY" -> ec(bytes);
                case "DSA PRIVATE KEY" -> dsa(bytes);
                case "ENCRYPTED PRIVATE KEY" -> decrypt(bytes, passphrase);
                default -> pkcs8(bytes);
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw TlsException.unsupportedKey();
        }
    }

    private static PrivateKey fromDer(byte[] bytes, byte[] passphrase) throws TlsException {
        try {
            List<Der> parts = Der.of(bytes).children();
            if (parts.getFirst().tag() == Der.SEQUENCE) {
                return decrypt(bytes, passphrase);
            }
            return switch (parts.get(1).tag()) {
                case Der.INTEGER -> pkcs8(Der.encode(Der.SEQUENCE, ZERO, RSA, Der.encode(Der.OCTET_STRING, bytes)));
                case Der.OCTET_STRING -> ec(bytes);
                default -> pkcs8(bytes);
            };
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw TlsException.unsupportedKey();
        }
    }

    private static PrivateKey pkcs8(byte[] bytes) throws GeneralSecurityException {
        List<Der> parts = Der.of(bytes).children();
        String algorithm = ALGORITHMS.get(parts.get(1).children().getFirst().oid());
        if (algorithm == null) {
            throw new GeneralSecurityException("algorithm");
        }
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private static PrivateKey ec(byte[] bytes) throws GeneralSecurityException {
        for (Der part : Der.of(bytes).children()) {
            if (part.tag() == PARAMETERS) {
                byte[] algorithm = Der.encode(Der.SEQUENCE, EC_PUBLIC_KEY, part.content());
                return pkcs8(Der.encode(Der.SEQUENCE, ZERO, algorithm, Der.encode(Der.OCTET_STRING, bytes)));
            }
        }
        throw new GeneralSecurityException("curve");
    }

    /** The form OpenSSL gives DSA keys: version, p, q, g, public, private. */
    private static PrivateKey dsa(byte[] bytes) throws GeneralSecurityException {
        List<Der> parts = Der.of(bytes).children();
        byte[][] numbers = new byte[3][];
        for (int i = 0; i < 3; i++) {
            numbers[i] = Der.encode(Der.INTEGER, parts.get(i + 1).content());
        }
        byte[] algorithm = Der.encode(Der.SEQUENCE, DSA, Der.encode(Der.SEQUENCE, numbers));
        byte[] key = Der.encode(Der.OCTET_STRING, Der.encode(Der.INTEGER, parts.get(5).content()));
        return pkcs8(Der.encode(Der.SEQUENCE, ZERO, algorithm, key));
    }

    private static PrivateKey decrypt(byte[] bytes, byte[] passphrase) throws TlsException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info;
        try {
            info = new EncryptedPrivateKeyInfo(bytes);
        } catch (java.io.IOException e) {
            throw TlsException.unsupportedKey();
        }
        requirePassphrase(passphrase);
        char[] password = new String(passphrase, StandardCharsets.ISO_8859_1).toCharArray();
        AlgorithmParameters parameters = info.getAlgParameters();
        String algorithm = info.getAlgName().equals("PBES2") && parameters != null ? parameters.toString() : info.getAlgName();
        try {
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)), parameters);
            return pkcs8(cipher.doFinal(info.getEncryptedData()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw TlsException.badDecrypt();
        }
    }

    private static void requirePassphrase(byte[] passphrase) throws TlsException {
        if (passphrase == null) {
            throw TlsException.of("processing error", "CRYPTO_", "interrupted or cancelled");
        }
    }

    /** The key is MD5 of the passphrase and the first half of the initial value, over and over. */
    private static byte[] decryptOldForm(byte[] bytes, String info, byte[] passphrase) throws TlsException, GeneralSecurityException {
        requirePassphrase(passphrase);
        String[] parts = info.split(",", 2);
        String kind = parts.length < 2 ? null : CIPHERS.get(parts[0].strip());
        if (kind == null) {
            throw TlsException.of("PEM routines", "PEM_", "unsupported encryption");
        }
        String algorithm = kind.substring(0, kind.indexOf('/'));
        byte[] start = HexFormat.of().parseHex(parts[1].strip());
        byte[] key = new byte[Integer.parseInt(kind.substring(kind.indexOf('/') + 1))];
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] block = new byte[0];
        for (int at = 0; at < key.length; at += block.length) {
            md5.update(block);
            md5.update(passphrase);
            md5.update(start, 0, 8);
            block = md5.digest();
            System.arraycopy(block, 0, key, at, Math.min(block.length, key.length - at));
        }
        Cipher cipher = Cipher.getInstance(algorithm + "/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm), new IvParameterSpec(start));
        Arrays.fill(key, (byte) 0);
        try {
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw TlsException.badDecrypt();
        }
    }
}

package org.ledgejs.node.binding.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.security.auth.x500.X500Principal;

import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.ObjectBuilder;

/** A certificate as the plain object that {@code getPeerCertificate} gives. Its bytes are ArrayBuffers here. */
final class CertificateObject {
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder().appendPattern("MMM ").padNext(2).appendPattern("d HH:mm:ss yyyy 'GMT'")
            .toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("2.5.4.3", "CN"), Map.entry("2.5.4.4", "SN"), Map.entry("2.5.4.5", "serialNumber"),
            Map.entry("2.5.4.6", "C"), Map.entry("2.5.4.7", "L"), Map.entry("2.5.4.8", "ST"), Map.entry("2.5.4.9", "street"), Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"), Map.entry("2.5.4.12", "title"), Map.entry("2.5.4.42", "GN"), Map.entry("2.5.4.43", "initials"),
            Map.entry("2.5.4.15", "businessCategory"), Map.entry("2.5.4.17", "postalCode"), Map.entry("2.5.4.97", "organizationIdentifier"),
            Map.entry("1.2.840.113549.1.9.1", "emailAddress"), Map.entry("0.9.2342.19200300.100.1.25", "DC"), Map.entry("0.9.2342.19200300.100.1.1", "UID"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"), Map.entry("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"),
            Map.entry("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"));
    /** OpenSSL's and NIST's names of curves, by the object identifier. */
    private static final Map<String, String[]> CURVES = Map.of("1.2.840.10045.3.1.7", new String[] {"prime256v1", "P-256"},
            "1.3.132.0.34", new String[] {"secp384r1", "P-384"}, "1.3.132.0.35", new String[] {"secp521r1", "P-521"},
            "1.3.132.0.33", new String[] {"secp224r1", "P-224"}, "1.3.132.0.10", new String[] {"secp256k1", null});

    private CertificateObject() { }

    static JSObject of(Realm realm, X509Certificate certificate) {
        try {
            return build(realm, certificate);
        } catch (CertificateEncodingException e) {
            return JSObject.create(realm);
        }
    }

    private static JSObject build(Realm realm, X509Certificate certificate) throws CertificateEncodingException {
        byte[] raw = certificate.getEncoded();
        ObjectBuilder object = new ObjectBuilder(realm);
        object.put("subject", name(realm, certificate.getSubjectX500Principal()));
        object.put("issuer", name(realm, certificate.getIssuerX500Principal()));
        String names = alternativeNames(certificate);
        if (names != null) {
            object.put("subjectaltname", names);
        }
        JSObject access = informationAccess(realm, certificate);
        if (access != null) {
            object.put("infoAccess", access);
        }
        object.put("ca", certificate.getBasicConstraints() >= 0);
        putKey(realm, object, certificate.getPublicKey());
        object.put("valid_from", date(certificate.getNotBefore())).put("valid_to", date(certificate.getNotAfter()));
        object.put("fingerprint", fingerprint("SHA-1", raw)).put("fingerprint256", fingerprint("SHA-256", raw)).put("fingerprint512", fingerprint("SHA-512", raw));
        putUsage(realm, object, certificate);
        String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        object.put("serialNumber", serial.length() % 2 == 0 ? serial : "0" + serial);
        return object.put("raw", Bytes.toBuffer(realm, raw)).build();
    }

    static String date(Date date) {
        return DATE.format(date.toInstant());
    }

    private static String fingerprint(String function, byte[] raw) {
        try {
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance(function).digest(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts of a name by their kinds; an array where a kind is there more than once. */
    private static JSObject name(Realm realm, X500Principal principal) {
        Map<String, List<Object>> parts = new LinkedHashMap<>();
        for (Der set : Der.of(principal.getEncoded()).children()) {
            for (Der pair : set.children()) {
                List<Der> both = pair.children();
                String oid = both.get(0).oid();
                parts.computeIfAbsent(NAMES.getOrDefault(oid, oid), key -> new ArrayList<>()).add(Strings.of(both.get(1).text()));
            }
        }
        ObjectBuilder object = new ObjectBuilder(JSObject.create((JSObject) null));
        parts.forEach((key, values) -> object.put(key, values.size() == 1 ? values.getFirst() : JSArray.create(realm, values.toArray())));
        return object.build();
    }

    private static void putKey(Realm realm, ObjectBuilder object, PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            object.put("modulus", rsa.getModulus().toString(16).toUpperCase(Locale.ROOT)).put("bits", rsa.getModulus().bitLength());
            object.put("exponent", "0x" + rsa.getPublicExponent().toString(16)).put("pubkey", Bytes.toBuffer(realm, key.getEncoded()));
        } else if (key instanceof ECPublicKey) {
            List<Der> parts = Der.of(key.getEncoded()).children();
            byte[] point = parts.get(1).content();
            String[] curve = CURVES.get(parts.get(0).children().get(1).oid());
            object.put("bits", ((ECPublicKey) key).getParams().getOrder().bitLength());
            object.put("pubkey", Bytes.toBuffer(realm, java.util.Arrays.copyOfRange(point, 1, point.length)));
            if (curve != null) {
                object.put("asn1Curve", curve[0]);
                if (curve[1] != null) {
                    object.put("nistCurve", curve[1]);
                }
            }
        }
    }

    private static void putUsage(Realm realm, ObjectBuilder object, X509Certificate certificate) {
        try {
            List<String> usage = certificate.getExtendedKeyUsage();
            if (usage != null) {
                object.put("ext_key_usage", JSArray.create(realm, usage.stream().map(Strings::of).toArray()));
            }
        } catch (CertificateParsingException e) {
            // As if it said nothing.
        }
    }

    /** As {@code DNS:a, IP Address:1.2.3.4}, or null. */
    private static String alternativeNames(X509Certificate certificate) {
        Collection<List<?>> names;
        try {
            names = certificate.getSubjectAlternativeNames();
        } catch (CertificateParsingException e) {
            return null;
        }
        if (names == null) {
            return null;
        }
        List<String> result = new ArrayList<>();
        for (List<?> each : names) {
            String value = String.valueOf(each.get(1));
            result.add(switch ((Integer) each.get(0)) {
                case 1 -> "email:" + quoted(value);
                case 2 -> "DNS:" + quoted(value);
                case 4 -> "DirName:" + quoted(value);
                case 6 -> "URI:" + quoted(value);
                case 7 -> "IP Address:" + value.toUpperCase(Locale.ROOT);
                case 8 -> "Registered ID:" + value;
                default -> "othername:<unsupported>";
            });
        }
        return String.join(", ", result);
    }

    /** What could be taken for more than one name stands in quotes, as JSON. */
    private static String quoted(String value) {
        boolean plain = value.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != ',' && c != '\'');
        if (plain) {
            return value;
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** Where to ask about the certificate (RFC 5280 §4.2.2.1), or null. */
    private static JSObject informationAccess(Realm realm, X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION);
        if (extension == null) {
            return null;
        }
        Map<String, List<Object>> places = new LinkedHashMap<>();
        try {
            for (Der description : Der.of(Der.of(extension).content()).children()) {
                List<Der> both = description.children();
                String method = switch (both.get(0).oid()) {
                    case "1.3.6.1.5.5.7.48.1" -> "OCSP";
                    case "1.3.6.1.5.5.7.48.2" -> "CA Issuers";
                    default -> both.get(0).oid();
                };
                String kind = switch (both.get(1).tag() & 0x1F) {
                    case 1 -> "email";
                    case 2 -> "DNS";
                    case 6 -> "URI";
                    default -> null;
                };
                if (kind != null) {
                    places.computeIfAbsent(method + " - " + kind, key -> new ArrayList<>()).add(Strings.of(both.get(1).text()));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
        ObjectBuilder object = new ObjectBuilder(JSObject.create((JSObject) null));
        places.forEach((key, values) -> object.put(key, JSArray.create(realm, values.toArray())));
        return object.build();
    }
}

package org.ledgejs.node.binding.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of text that carries bytes (RFC 7468), with the headers of the older form (RFC 1421 §4.6) that tell how a key is encrypted.
 *
 * @param label what the block is, as {@code CERTIFICATE}
 */
record Pem(String label, Map<String, String> headers, byte[] bytes) {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*?\n(.*?)-----END \\1-----", Pattern.DOTALL);

    /** All blocks of a text; what is around them, or is no base64, is no block. */
    static List<Pem> blocks(byte[] text) {
        List<Pem> result = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(text, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            Map<String, String> headers = new HashMap<>();
            String body = matcher.group(2);
            int colon;
            while ((colon = body.indexOf(':')) >= 0) {
                int end = body.indexOf('\n', colon);
                if (end < 0) {
                    break;
                }
                headers.put(body.substring(0, colon).strip(), body.substring(colon + 1, end).strip());
                body = body.substring(end + 1);
            }
            try {
                result.add(new Pem(matcher.group(1), headers, Base64.getMimeDecoder().decode(body)));
            } catch (IllegalArgumentException e) {
                // Damaged: as good as not there.
            }
        }
        return result;
    }

    boolean isCertificate() {
        return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE") || label.equals("TRUSTED CERTIFICATE");
    }

    boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }

    static String encode(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + label + "-----";
    }
}

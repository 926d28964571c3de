package org.ledgejs.node.binding.tls;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;

import org.ledgejs.language.runtime.Agent;

/**
 * Sessions a program may take up again. Java keeps them inside a context, under the name of a host, and gives none away: so each connection is to a host of
 * its own, and what the program holds is a random name for both.
 */
final class TlsSessions {
    private static final int MOST = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param host no real one: without a dot, so that Java asks for no such name */
    record Place(SSLContext context, String host) { }

    private final Map<String, Place> places = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
            return size() > MOST;
        }
    };

    private TlsSessions() { }

    static TlsSessions of(Agent agent) {
        return agent.attachment(TlsSessions.class, TlsSessions::new);
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static Place newPlace(SSLContext context) {
        return new Place(context, "session" + HexFormat.of().formatHex(random()));
    }

    /** @return what the program gets to know the session by */
    byte[] keep(Place place) {
        byte[] name = random();
        places.put(HexFormat.of().formatHex(name), place);
        return name;
    }

    /** The place of a session, or null for one that is not known any more. */
    Place find(byte[] name) {
        return places.get(HexFormat.of().formatHex(name));
    }
}

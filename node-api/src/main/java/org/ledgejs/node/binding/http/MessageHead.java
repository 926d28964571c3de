package org.ledgejs.node.binding.http;

import java.util.List;

/**
 * The start line and headers of a message.
 *
 * @param rawHeaders name, value, name, value… as they came, a character a byte
 * @param method null in a response
 * @param url null in a response
 * @param statusCode 0 in a request
 * @param statusMessage null in a request
 * @param upgrade what follows may be another protocol
 * @param keepAlive another message may follow on the connection
 */
record MessageHead(int versionMajor, int versionMinor, List<String> rawHeaders, String method, String url, int statusCode, String statusMessage,
        boolean upgrade, boolean keepAlive) { }

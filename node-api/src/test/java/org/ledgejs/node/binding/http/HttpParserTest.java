package org.ledgejs.node.binding.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpParserTest {
    private static final int LIMIT = 16 * 1024;

    /** Writes down what it hears. */
    private static class Log implements HttpListener {
        final List<MessageHead> heads = new ArrayList<>();
        final List<String> events = new ArrayList<>();
        Body answer = Body.EXPECTED;
        private final StringBuilder body = new StringBuilder();

        @Override
        public Body head(MessageHead head) {
            heads.add(head);
            events.add(head.method() != null ? head.method() + " " + head.url() : Integer.toString(head.statusCode()));
            return answer;
        }

        @Override
        public void body(byte[] bytes) {
            body.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        @Override
        public void complete(List<String> rawTrailers) {
            if (!body.isEmpty()) {
                events.add(body.toString());
                body.setLength(0);
            }
            events.add("end" + rawTrailers);
        }

        @Override
        public void error(HttpParseException error) {
            events.add(error.code());
        }
    }

    private final Log log = new Log();
    private final HttpParser server = new HttpParser(true, LIMIT, false, log);
    private final HttpParser client = new HttpParser(false, LIMIT, false, log);

    private static int feed(HttpParser parser, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return parser.execute(bytes, 0, bytes.length);
    }

    private static String failure(HttpParser parser, String text) {
        return assertThrows(HttpParseException.class, () -> feed(parser, text)).code();
    }

    @Test
    void headersComeAsTheyWereSent() {
        feed(server, "GET /a?b=1 HTTP/1.1\r\nHost: x\r\nX-Two:  1 \r\nx-two:2\r\nEmpty:\r\nLatin: caf\u00e9\r\n\r\n");
        assertEquals(List.of("Host", "x", "X-Two", "1", "x-two", "2", "Empty", "", "Latin", "caf\u00e9"), log.heads.getFirst().rawHeaders());
        assertEquals(List.of("GET /a?b=1", "end[]"), log.events);
        assertTrue(log.heads.getFirst().keepAlive());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void piecesOfAnySizeGiveTheSame(int size) {
        String text = """
                POST /x HTTP/1.1
                Transfer-Encoding: chunked

                5;ext=1
                hello
                6
                 world
                0
                Check: sum

                PUT /y HTTP/1.1
                Content-Length: 3

                abcGET /z HTTP/1.0

                """.replace("\n", "\r\n");
        for (int i = 0; i < text.length(); i += size) {
            String piece = text.substring(i, Math.min(text.length(), i + size));
            assertEquals(piece.length(), feed(server, piece));
        }
        server.finish();
        assertEquals(List.of("POST /x", "hello world", "end[Check, sum]", "PUT /y", "abc", "end[]", "GET /z", "end[]"), log.events);
        assertEquals(List.of(true, true, false), log.heads.stream().map(MessageHead::keepAlive).toList());
    }

    @Test
    void aResponseWithoutLengthEndsWithTheConnection() {
        feed(client, "HTTP/1.1 200 OK\r\n\r\nsome");
        feed(client, " text");
        assertFalse(log.heads.getFirst().keepAlive());
        assertEquals(List.of("200"), log.events);
        client.finish();
        assertEquals(List.of("200", "some text", "end[]"), log.events);
    }

    @Test
    void informationalAndEmptyResponsesHaveNoBody() {
        feed(client, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 304 Not Modified\r\nContent-Length: 10\r\n\r\n"
                + "HTTP/1.1 200 All is well\r\nContent-Length: 2\r\n\r\nok");
        assertEquals(List.of("100", "end[]", "204", "end[]", "304", "end[]", "200", "ok", "end[]"), log.events);
        assertEquals("All is well", log.heads.getLast().statusMessage());
    }

    @Test
    void theAnswerToHeadHasNoBody() {
        log.answer = HttpListener.Body.NONE;
        feed(client, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertEquals(List.of("200", "end[]", "200", "end[]"), log.events);
        assertEquals(List.of("Transfer-Encoding", "chunked"), log.heads.getLast().rawHeaders());
    }

    @Test
    void afterAnUpgradeTheRestIsNotRead() {
        log.answer = HttpListener.Body.OTHER_PROTOCOL;
        String head = "GET /chat HTTP/1.1\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n";
        assertEquals(10, feed(server, head.substring(0, 10)));
        assertEquals(head.length() - 10, feed(server, head.substring(10) + "\0\1GET"));
        assertTrue(log.heads.getFirst().upgrade());
        assertEquals(List.of("GET /chat", "end[]"), log.events);
        assertEquals(0, feed(server, "more"));
    }

    @Test
    void connectAsksForAnotherProtocolAndAnUpgradeMayBeRefused() {
        feed(server, "CONNECT example.com:443 HTTP/1.1\r\n\r\n");
        feed(server, "GET / HTTP/1.1\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\nGET /next HTTP/1.1\r\nUpgrade: h2c\r\n\r\n");
        assertEquals(List.of(true, true, false), log.heads.stream().map(MessageHead::upgrade).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Oopsie-doopsie                                                           | HPE_INVALID_METHOD",
        "get / HTTP/1.1\\r\\n                                                     | HPE_INVALID_METHOD",
        "\\026\\003\\001 | HPE_INVALID_METHOD",
        "GET / HTTP/1.7\\r\\n                                                     | HPE_INVALID_VERSION",
        "GET / FTP/1.1\\r\\n                                                      | HPE_INVALID_CONSTANT",
        "GET /a b HTTP/1.1\\r\\n                                                  | HPE_INVALID_CONSTANT",
        "GET  / HTTP/1.1\\r\\n                                                    | HPE_INVALID_URL",
        "GET x\\1 HTTP/1.1\\r\\n                                              | HPE_INVALID_URL",
        "GET / HTTP/1.1\\r\\nno colon\\r\\n\\r\\n                                 | HPE_INVALID_HEADER_TOKEN",
        "GET / HTTP/1.1\\r\\nspace : x\\r\\n\\r\\n                                | HPE_INVALID_HEADER_TOKEN",
        "GET / HTTP/1.1\\r\\nx: a\\1b\\r\\n\\r\\n                             | HPE_INVALID_HEADER_TOKEN",
        "GET / HTTP/1.1\\r\\nx: a\\n\\r\\n                                        | HPE_CR_EXPECTED",
        "GET / HTTP/1.1\\r\\nContent-Length: 1x\\r\\n\\r\\n                       | HPE_INVALID_CONTENT_LENGTH",
        "GET / HTTP/1.1\\r\\nContent-Length: -1\\r\\n\\r\\n                       | HPE_INVALID_CONTENT_LENGTH",
        "GET / HTTP/1.1\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | HPE_UNEXPECTED_CONTENT_LENGTH",
        "GET / HTTP/1.1\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | HPE_INVALID_TRANSFER_ENCODING",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 1\\r\\n\\r\\n | HPE_UNEXPECTED_CONTENT_LENGTH",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked, gzip\\r\\n\\r\\n         | HPE_INVALID_TRANSFER_ENCODING",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n                  | HPE_INVALID_TRANSFER_ENCODING",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxyz\\r\\n      | HPE_INVALID_CHUNK_SIZE",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\nabc\\r\\n | HPE_STRICT",
        // Framing that another server on the way may read differently.
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | HPE_INVALID_TRANSFER_ENCODING",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1 \\r\\na\\r\\n    | HPE_INVALID_CHUNK_SIZE",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n\\t1\\r\\na\\r\\n  | HPE_INVALID_CHUNK_SIZE",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0x1\\r\\na\\r\\n  | HPE_INVALID_CHUNK_SIZE",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1;a\\1\\r\\na\\r\\n | HPE_STRICT",
        "GET / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\na\\r\\n1 \\r\\n | HPE_INVALID_CHUNK_SIZE",
        "GET / HTTP/1.1\\r\\nx: a\\r\\n folded\\r\\n\\r\\n                       | HPE_INVALID_HEADER_TOKEN",
        "GET / HTTP/1.1\\r\\n x: a\\r\\n\\r\\n                                | HPE_INVALID_HEADER_TOKEN",
        "GET / HTTP/1.1\\r\\nConnection: close\\r\\n\\r\\nGET                     | HPE_CLOSED_CONNECTION",
    })
    void refusesWhatIsNoRequest(String text, String code) {
        assertEquals(code, failure(server, text.strip().translateEscapes()));
        assertEquals(code, failure(server, "GET / HTTP/1.1\r\n\r\n"), "stays refused");
    }

    @ParameterizedTest
    @CsvSource({"bad http, HPE_INVALID_CONSTANT", "HTTP/1.1 2000 OK\\r\\n, HPE_INVALID_STATUS", "HTTP/1.1 abc OK\\r\\n, HPE_INVALID_STATUS"})
    void refusesWhatIsNoResponse(String text, String code) {
        assertEquals(code, failure(client, text.translateEscapes()));
    }

    @Test
    void theFirstWrongByteOfAMethodIsTold() {
        HttpParseException e = assertThrows(HttpParseException.class, () -> feed(server, "GET / HTTP/1.1\r\n\r\nGEX"));
        assertEquals(20, e.bytesParsed());
        assertEquals("Invalid method encountered", e.getMessage());
    }

    @Test
    void headsHaveALimit() {
        assertEquals("HPE_HEADER_OVERFLOW", failure(new HttpParser(true, LIMIT, false, log), "GET / HTTP/1.1\r\nA: " + "a".repeat(LIMIT)));
        assertEquals("HPE_HEADER_OVERFLOW", failure(new HttpParser(true, LIMIT, false, log), "GET /" + "a".repeat(LIMIT)));
        String half = "a".repeat(LIMIT / 2);
        assertEquals("HPE_HEADER_OVERFLOW", failure(new HttpParser(true, LIMIT, false, log), "GET /" + half + " HTTP/1.1\r\nA: " + half + "\r\n\r\n"));
        assertEquals(List.of(), log.events);
        feed(server, "GET / HTTP/1.1\r\nA: " + "a".repeat(LIMIT - 40) + "\r\n\r\n");
        assertEquals(List.of("GET /", "end[]"), log.events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GE", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\n", "PUT / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab",
        "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"})
    void anEndInTheMidstOfAMessageIsAnError(String text) {
        feed(server, text);
        assertEquals("HPE_INVALID_EOF_STATE", assertThrows(HttpParseException.class, server::finish).code());
    }

    @Test
    void anEndBetweenMessagesIsNone() {
        server.finish();
        feed(client, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n\r\n");
        client.finish();
        assertEquals(List.of("200", "end[]"), log.events);
    }

    @Test
    void nothingIsToldDuringAPause() {
        server.pause();
        feed(server, "PUT / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhe");
        feed(server, "lloGET /2 HTTP/1.1\r\n\r\n");
        assertEquals(List.of(), log.events);
        server.resume();
        server.proceed();
        assertEquals(List.of("PUT /", "hello", "end[]", "GET /2", "end[]"), log.events);
    }

    @Test
    void aListenerMayPauseAtAnyPoint() {
        List<String> told = new ArrayList<>();
        HttpParser[] parser = new HttpParser[1];
        parser[0] = new HttpParser(true, LIMIT, false, new Log() {
            @Override
            public Body head(MessageHead head) {
                told.add("head");
                parser[0].pause();
                return Body.EXPECTED;
            }

            @Override
            public void body(byte[] bytes) {
                told.add("body");
                parser[0].pause();
            }

            @Override
            public void complete(List<String> rawTrailers) {
                told.add("complete");
                parser[0].pause();
            }
        });
        feed(parser[0], "PUT / HTTP/1.1\r\nContent-Length: 2\r\n\r\nheGET / HTTP/1.1\r\n\r\n");
        List<String> expected = List.of("head", "body", "complete", "head", "complete");
        for (int i = 1; i <= expected.size(); i++) {
            assertEquals(expected.subList(0, i), told);
            parser[0].resume();
            parser[0].proceed();
        }
        assertEquals(expected, told);
    }

    @Test
    void whatTheListenerThrowsComesOut() {
        RuntimeException thrown = new RuntimeException("from a callback");
        HttpParser parser = new HttpParser(true, LIMIT, false, new Log() {
            @Override
            public Body head(MessageHead head) {
                throw thrown;
            }
        });
        assertSame(thrown, assertThrows(RuntimeException.class, () -> feed(parser, "GET / HTTP/1.1\r\n\r\n")));
    }

    @Test
    void lenientReadersTakeBothLengths() {
        HttpParser lenient = new HttpParser(true, LIMIT, true, log);
        feed(lenient, "PUT / HTTP/1.1\nContent-Length: 1\nTransfer-Encoding: chunked\n\n");
        assertEquals(List.of("PUT /"), log.events);
    }

    @Test
    void foldedHeadersOfResponsesAreOneValue() {
        feed(client, "HTTP/1.1 204 Fine\r\nA: one;\r\n two;\r\n\tthree\r\n\r\n");
        assertEquals(List.of("A", "one; two; three"), log.heads.getFirst().rawHeaders());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void chunksWithExtensionsAndTrailersComeInPieces(int size) {
        String text = "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\nA\r\n0123456789\r\n0\r\nX: 1 2\r\n\r\n";
        for (int i = 0; i < text.length(); i += size) {
            feed(server, text.substring(i, Math.min(text.length(), i + size)));
        }
        assertEquals(List.of("PUT /", "abc0123456789", "end[X, 1 2]"), log.events);
    }

    @Test
    void afterAnErrorTheEndIsNoFurtherOne() {
        failure(server, "no method");
        server.finish();
    }

    @Test
    void bodiesAreCopies() {
        byte[][] body = new byte[1][];
        HttpParser parser = new HttpParser(true, LIMIT, false, new Log() {
            @Override
            public void body(byte[] bytes) {
                body[0] = bytes;
            }
        });
        byte[] input = "PUT / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII);
        parser.execute(input, 0, input.length);
        input[input.length - 1] = 0;
        assertArrayEquals(new byte[] {'h', 'i'}, body[0]);
    }
}

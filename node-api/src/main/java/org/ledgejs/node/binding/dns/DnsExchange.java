package org.ledgejs.node.binding.dns;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A question to name servers and its answer (RFC 1035 §4.2): by datagrams, each server in turn, several times with growing patience; over a stream
 * where the answer was cut short. Blocks; {@link #cancel} from another thread ends it.
 */
final class DnsExchange {
    private static final int DEFAULT_TIMEOUT = 2000;
    private static final int HEADER = 12;
    private static final int MAX_DATAGRAM = 4096;
    /** Codes after which another server may know more. */
    private static final int SERVFAIL = 2;
    private static final int NOTIMP = 4;
    private static final int REFUSED = 5;

    /** No answer, with the code c-ares has for the reason. */
    @SuppressWarnings("serial")
    static final class NoAnswer extends Exception {
        NoAnswer(String code) {
            super(code, null, false, false);
        }
    }

    private final byte[] question;
    private final List<InetSocketAddress> servers;
    private final InetAddress local4;
    private final InetAddress local6;
    private final int timeout;
    private final int tries;
    private final int maxTimeout;
    private volatile boolean canceled;
    private volatile Closeable socket;

    /** @param timeout of the first round in milliseconds, -1 for the usual one @param maxTimeout 0 for none */
    DnsExchange(byte[] question, List<InetSocketAddress> servers, InetAddress local4, InetAddress local6, int timeout, int tries, int maxTimeout) {
        this.question = question;
        this.servers = servers;
        this.local4 = local4;
        this.local6 = local6;
        this.timeout = timeout < 0 ? DEFAULT_TIMEOUT : Math.max(1, timeout);
        this.tries = tries;
        this.maxTimeout = maxTimeout;
    }

    /** @return the whole message of the answer */
    byte[] run() throws NoAnswer {
        String failure = servers.isEmpty() ? "ENOTFOUND" : "ETIMEOUT";
        byte[] refusal = null;
        for (int round = 0; round < tries; round++) {
            int patience = patience(round);
            for (InetSocketAddress server : servers) {
                if (canceled) {
                    throw new NoAnswer("ECANCELLED");
                }
                try {
                    byte[] answer = ask(server, patience);
                    int code = answer[3] & 15;
                    if (code != SERVFAIL && code != NOTIMP && code != REFUSED) {
                        return answer;
                    }
                    refusal = answer;
                } catch (SocketTimeoutException e) {
                    failure = "ETIMEOUT";
                } catch (PortUnreachableException | ConnectException e) {
                    failure = "ECONNREFUSED";
                } catch (IOException e) {
                    failure = "ECONNREFUSED";
                }
            }
            if (refusal != null) {
                return refusal;
            }
        }
        throw new NoAnswer(canceled ? "ECANCELLED" : failure);
    }

    private int patience(int round) {
        long doubled = (long) timeout << Math.min(round, 16);
        return (int) Math.min(Integer.MAX_VALUE, maxTimeout > 0 ? Math.min(doubled, maxTimeout) : doubled);
    }

    void cancel() {
        canceled = true;
        Closeable open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is of no use either way.
            }
        }
    }

    private InetAddress local(InetSocketAddress server) {
        return server.getAddress() instanceof Inet6Address ? local6 : local4;
    }

    private byte[] ask(InetSocketAddress server, int patience) throws IOException {
        // A number nobody can guess: only who saw the question can answer it.
        int id = ThreadLocalRandom.current().nextInt(1 << 16);
        question[0] = (byte) (id >> 8);
        question[1] = (byte) id;
        InetAddress local = local(server);
        try (DatagramSocket datagrams = local == null ? new DatagramSocket() : new DatagramSocket(0, local)) {
            socket = datagrams;
            datagrams.connect(server);
            datagrams.send(new DatagramPacket(question, question.length));
            long end = System.nanoTime() + patience * 1_000_000L;
            byte[] buffer = new byte[MAX_DATAGRAM];
            while (true) {
                long left = (end - System.nanoTime()) / 1_000_000L;
                if (left <= 0) {
                    throw new SocketTimeoutException();
                }
                datagrams.setSoTimeout((int) left);
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                byte[] answer = Arrays.copyOf(buffer, packet.getLength());
                if (answers(answer)) {
                    boolean cut = (answer[2] & 2) != 0;
                    return cut ? askByStream(server, patience) : answer;
                }
            }
        } finally {
            socket = null;
        }
    }

    private byte[] askByStream(InetSocketAddress server, int patience) throws IOException {
        try (Socket stream = new Socket()) {
            socket = stream;
            if (local(server) != null) {
                stream.bind(new InetSocketAddress(local(server), 0));
            }
            stream.connect(server, patience);
            stream.setSoTimeout(patience);
            DataOutputStream out = new DataOutputStream(stream.getOutputStream());
            byte[] framed = new byte[question.length + 2];
            framed[0] = (byte) (question.length >> 8);
            framed[1] = (byte) question.length;
            System.arraycopy(question, 0, framed, 2, question.length);
            out.write(framed);
            DataInputStream in = new DataInputStream(stream.getInputStream());
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            if (!answers(answer)) {
                throw new IOException("not an answer to the question");
            }
            return answer;
        }
    }

    /** Whether a message answers our question: its number and the question it repeats, names compared without case. */
    private boolean answers(byte[] message) {
        if (message.length < HEADER || message[0] != question[0] || message[1] != question[1] || (message[2] & 0x80) == 0) {
            return false;
        }
        int questions = (message[4] & 0xFF) << 8 | message[5] & 0xFF;
        if (questions == 0) {
            return (message[3] & 15) != 0;
        }
        if (message.length < question.length) {
            return false;
        }
        for (int i = HEADER; i < question.length; i++) {
            if (lower(message[i]) != lower(question[i])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}

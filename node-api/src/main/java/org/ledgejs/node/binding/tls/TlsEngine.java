package org.ledgejs.node.binding.tls;

import java.io.ByteArrayOutputStream;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import com.oracle.truffle.api.object.Shape;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.loop.QuietNetty;

/**
 * One side of one TLS connection, as bytes in and bytes out: Netty's {@link SslHandler} in a channel that ends in memory, so that it may stand on a
 * socket, on another TLS connection, or on any stream of a program. All of it runs on the agent's thread, the handshake's computations too.
 */
final class TlsEngine extends JSObject {
    private static final Shape ENGINE_ROOT = shapeBuilder().build();

    static {
        QuietNetty.prepare();
    }

    /**
     * What the program wants of the connection.
     *
     * @param serverName  null for none
     * @param session     the place of the session to take up again, or null
     * @param fragment    most bytes of a record, 0 for as many as may be
     * @param asksName    whether the program is to say which context belongs to the name a client asks for
     * @param onProtocols a function that gets (name, protocols) and gives one of them, or undefined
     */
    record Options(boolean server, boolean requestsCertificate, boolean rejectsUnauthorized, String serverName, TlsSessions.Place session, String[] protocols, int fragment,
            boolean asksName, Object onProtocols) { }

    private final Options options;
    private SecureContext context;
    private final EmbeddedChannel channel = new EmbeddedChannel(new Events());
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private SSLEngine engine;
    private SslHandler handler;
    private TlsSessions.Place place;
    private final long made = System.currentTimeMillis();
    private byte[] sessionName;
    /** Waits for the program to say which context belongs to a name. */
    private Promise<SecureContext> naming;
    private String askedName;
    private boolean handshakeDone;
    private boolean ended;
    private boolean released;
    private TlsException failure;
    /** What a function of the program threw. */
    private JSException thrown;
    private int unsent;

    TlsEngine(SecureContext context, Options options) {
        super(ENGINE_ROOT, null);
        this.context = context;
        this.options = options;
        channel.config().setAllocator(UnpooledByteBufAllocator.DEFAULT);
    }

    static TlsEngine of(Object value) {
        if (value instanceof TlsEngine engine) {
            return engine;
        }
        throw Errors.typeError("Illegal invocation");
    }

    /** The end of the pipeline. */
    private final class Events extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            ByteBuf buffer = (ByteBuf) message;
            try {
                buffer.readBytes(plain, buffer.readableBytes());
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            } finally {
                buffer.release();
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake) {
                if (handshake.isSuccess()) {
                    handshakeDone = true;
                } else {
                    fail(handshake.cause());
                }
            } else if (event instanceof SslCloseCompletionEvent) {
                ended = true;
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            fail(cause);
        }
    }

    private void fail(Throwable cause) {
        if (failure == null) {
            failure = TlsReasons.of(cause);
        }
    }

    /** Holds the beginning of a connection until the program has told which context the name means. */
    private final class Naming extends AbstractSniHandler<SecureContext> {
        @Override
        protected Future<SecureContext> lookup(ChannelHandlerContext ctx, String name) {
            naming = ctx.executor().newPromise();
            askedName = name == null ? "" : name;
            return naming;
        }

        @Override
        protected void onLookupComplete(ChannelHandlerContext ctx, String name, Future<SecureContext> answer) throws Exception {
            if (answer.isSuccess()) {
                context = answer.getNow();
                handler = newHandler();
                ctx.pipeline().replace(this, null, handler);
            }
        }
    }

    // Making it go.

    /** Begins: a client speaks at once. */
    void start() {
        if (handler != null || released) {
            return;
        }
        try {
            if (!options.asksName()) {
                handler = newHandler();
                channel.pipeline().addFirst(handler);
            } else {
                channel.pipeline().addFirst(new Naming());
            }
        } catch (TlsException e) {
            failure = e;
        }
    }

    private SslHandler newHandler() throws TlsException {
        place = options.server() ? null : options.session() == null ? context.newPlace() : options.session();
        engine = context.newEngine(place);
        SSLParameters parameters = engine.getSSLParameters();
        if (options.server()) {
            if (options.requestsCertificate()) {
                parameters.setWantClientAuth(true);
                if (options.rejectsUnauthorized()) {
                    parameters.setNeedClientAuth(true);
                }
            }
        } else {
            SNIServerName name = nameFor(options.serverName());
            if (name != null) {
                parameters.setServerNames(List.of(name));
            }
        }
        if (options.protocols().length > 0) {
            parameters.setApplicationProtocols(options.protocols());
        }
        if (options.fragment() > 0) {
            parameters.setMaximumPacketSize(options.fragment());
        }
        engine.setSSLParameters(parameters);
        if (options.onProtocols() != Undefined.INSTANCE) {
            engine.setHandshakeApplicationProtocolSelector((current, offered) -> select(current, offered));
        }
        SslHandler made = new SslHandler(engine);
        made.setHandshakeTimeoutMillis(0);
        made.setCloseNotifyFlushTimeoutMillis(0);
        return made;
    }

    private static SNIServerName nameFor(String name) {
        try {
            return name == null || name.isEmpty() ? null : new SNIHostName(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Asks the program. @return null where none of the protocols will do */
    private String select(SSLEngine current, List<String> offered) {
        try {
            Object[] names = offered.stream().map(Strings::of).toArray();
            Object answer = ObjectOperations.call(options.onProtocols(), Undefined.INSTANCE, Strings.of(nameIn(current.getHandshakeSession())),
                    JSArray.create(Realm.get(null), names));
            return answer == Undefined.INSTANCE ? null : answer.toString();
        } catch (JSException e) {
            thrown = e;
            return null;
        }
    }

    private static String nameIn(SSLSession session) {
        if (session instanceof ExtendedSSLSession extended) {
            for (SNIServerName name : extended.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return host.getAsciiName();
                }
            }
        }
        return "";
    }

    /** The program's answer to {@link #takeName}. @param answer null for the context there is */
    void name(SecureContext answer) {
        Promise<SecureContext> waiting = naming;
        naming = null;
        if (waiting != null && !released) {
            waiting.setSuccess(answer == null ? context : answer);
            channel.runPendingTasks();
        }
    }

    void feed(Bytes bytes) {
        if (released || failure != null || !channel.isOpen()) {
            return;
        }
        channel.writeInbound(Unpooled.copiedBuffer(bytes.array(), bytes.offset(), bytes.length()));
    }

    void write(Bytes bytes) {
        if (released || failure != null || !channel.isOpen() || bytes.length() == 0) {
            return;
        }
        unsent++;
        // Before the handshake is over it waits here, and the program may do with its buffer what it likes.
        ByteBuf data = handshakeDone ? Unpooled.wrappedBuffer(bytes.array(), bytes.offset(), bytes.length())
                : Unpooled.copiedBuffer(bytes.array(), bytes.offset(), bytes.length());
        channel.write(data).addListener(outcome -> {
            unsent--;
            if (!outcome.isSuccess() && !ended) {
                fail(outcome.cause());
            }
        });
    }

    void flush() {
        if (!released && channel.isOpen()) {
            channel.flush();
            channel.runPendingTasks();
        }
    }

    /** Whether all that was written has been encrypted. */
    boolean isFlushed() {
        return unsent == 0;
    }

    /** Says that nothing more will be written. */
    void shutdown() {
        if (handler != null && handshakeDone && !released && channel.isOpen()) {
            handler.closeOutbound();
            channel.runPendingTasks();
        }
    }

    boolean renegotiate() {
        if (handler == null || !handshakeDone || engine.getSession().getProtocol().equals("TLSv1.3")) {
            return false;
        }
        handler.renegotiate();
        channel.runPendingTasks();
        return true;
    }

    void release() {
        if (!released) {
            if (handler != null && handshakeDone && failure == null && channel.isOpen()) {
                // Not for the other side, which does not get it any more: Java gives up the session of a connection that just breaks off.
                handler.closeOutbound();
            }
            released = true;
            naming = null;
            channel.finishAndReleaseAll();
        }
    }

    // What came of it; each is handed over once.

    /** What is to be sent, or null. */
    byte[] takeEncrypted() {
        ByteArrayOutputStream out = null;
        byte[] only = null;
        ByteBuf next;
        while ((next = channel.readOutbound()) != null) {
            byte[] bytes = new byte[next.readableBytes()];
            next.readBytes(bytes);
            next.release();
            if (only == null) {
                only = bytes;
            } else {
                if (out == null) {
                    out = new ByteArrayOutputStream(only.length + bytes.length);
                    out.writeBytes(only);
                }
                out.writeBytes(bytes);
            }
        }
        return out == null ? only : out.toByteArray();
    }

    byte[] takePlain() {
        if (plain.size() == 0) {
            return null;
        }
        byte[] bytes = plain.toByteArray();
        plain.reset();
        return bytes;
    }

    /** A name a client asks for, empty where it gave none, which waits for {@link #name}; or null. */
    String takeName() {
        String name = askedName;
        askedName = null;
        return name;
    }

    TlsException failure() {
        return failure;
    }

    /** What a function of the program threw while the handshake went on; once. */
    JSException takeThrown() {
        JSException e = thrown;
        thrown = null;
        return e;
    }

    boolean isHandshakeDone() {
        return handshakeDone;
    }

    /** Whether the other side has said that nothing more comes. */
    boolean isEnded() {
        return ended;
    }

    // Facts.

    SecureContext context() {
        return context;
    }

    /** The session, or null before there is one. */
    SSLSession session() {
        return engine == null || !handshakeDone ? null : engine.getSession();
    }

    /** What a client's program gets to know the session by, or null. @param fresh whether it has become another one, by a ticket */
    byte[] sessionName(TlsSessions sessions, boolean fresh) {
        if ((sessionName == null || fresh) && place != null && session() != null) {
            sessionName = sessions.keep(place);
        }
        return sessionName;
    }

    boolean isReused() {
        return session() != null && session().getCreationTime() < made;
    }

    String protocol() {
        return engine == null ? null : engine.getApplicationProtocol();
    }

    String requestedName() {
        return session() == null ? "" : nameIn(session());
    }

    /** The other side's certificates, its own first; empty if it gave none. */
    List<X509Certificate> peerChain() {
        List<X509Certificate> result = new ArrayList<>();
        try {
            if (session() != null) {
                for (Certificate each : session().getPeerCertificates()) {
                    result.add((X509Certificate) each);
                }
            }
        } catch (SSLPeerUnverifiedException e) {
            // It gave none.
        }
        return result;
    }

    X509Certificate ownCertificate() {
        Certificate[] local = session() == null ? null : session().getLocalCertificates();
        return local != null && local.length > 0 ? (X509Certificate) local[0] : context.ownCertificate();
    }

    /** Bytes both sides can make from the secrets of the connection (RFC 5705, RFC 8446 §7.5). @param about null for none */
    byte[] exportKey(int length, String label, byte[] about) throws TlsException {
        if (!(session() instanceof ExtendedSSLSession extended)) {
            throw TlsException.protocol("unsupported");
        }
        try {
            return extended.exportKeyingMaterialData(label, about, length);
        } catch (javax.net.ssl.SSLKeyException | IllegalArgumentException | UnsupportedOperationException e) {
            throw TlsException.protocol("illegal exporter label");
        }
    }

    /** @return what {@link Verification} says, {@code UNSPECIFIED} where there is no certificate at all */
    String verify() {
        List<X509Certificate> chain = peerChain();
        return chain.isEmpty() ? options.server() ? "UNSPECIFIED" : Verification.OK : context.verify(chain, !options.server());
    }

    @Override
    public String className() {
        return "Object";
    }
}

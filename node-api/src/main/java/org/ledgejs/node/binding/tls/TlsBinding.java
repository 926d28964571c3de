package org.ledgejs.node.binding.tls;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.Bytes;

/** Binding {@code tls}: contexts, one side of a connection as bytes in and out, certificates. It reaches nothing outside. */
public final class TlsBinding {
    public static final PropertyTable TABLE = new PropertyTable()
            // Contexts.
            .method("createContext", 0, (realm, thisValue, args) -> new SecureContext())
            .method("addChain", 2, (realm, thisValue, args) -> done(() -> context(args).addChain(bytes(args, 1))))
            .method("addKey", 3, (realm, thisValue, args) -> done(() -> context(args).addKey(bytes(args, 1), has(args, 2) ? bytes(args, 2) : null)))
            .method("addAuthorities", 2, (realm, thisValue, args) -> answer(() -> context(args).addAuthorities(bytes(args, 1))))
            .method("clearDefaults", 1, (realm, thisValue, args) -> done(context(args)::clearDefaults))
            .method("addRevocations", 2, (realm, thisValue, args) -> done(() -> context(args).addRevocations(bytes(args, 1))))
            .method("addStore", 3, (realm, thisValue, args) -> done(() -> context(args).addStore(bytes(args, 1), text(args, 2))))
            .method("setVersions", 3, (realm, thisValue, args) ->
                    done(() -> context(args).setVersions(Conversions.toInt32(args.get(1)), Conversions.toInt32(args.get(2)))))
            .method("getVersions", 1, (realm, thisValue, args) -> JSArray.create(realm, context(args).versions()))
            .method("setCiphers", 2, (realm, thisValue, args) -> done(() -> context(args).setSuites(CipherList.parse(text(args, 1)))))
            .method("setGroups", 2, (realm, thisValue, args) -> done(() -> context(args).setGroups(texts(args.get(1)))))
            .method("setSignatures", 2, (realm, thisValue, args) -> done(() -> context(args).setSignatures(texts(args.get(1)))))
            .method("setHonorsOrder", 2, (realm, thisValue, args) -> done(() -> context(args).setHonorsOrder(flag(args, 1))))
            .method("setPartialChain", 2, (realm, thisValue, args) -> done(() -> context(args).setPartialChain(flag(args, 1))))
            .method("forgetSessions", 1, (realm, thisValue, args) -> done(context(args)::forgetSessions))
            // Connections.
            .method("createEngine", 2, (realm, thisValue, args) -> new TlsEngine(context(args), options(realm, args.get(1))))
            .method("start", 1, (realm, thisValue, args) -> done(engine(args)::start))
            .method("feed", 2, (realm, thisValue, args) -> done(() -> engine(args).feed(Bytes.of(args.get(1)))))
            .method("write", 2, (realm, thisValue, args) -> done(() -> {
                for (Object view : ObjectOperations.createListFromArrayLike(args.get(1))) {
                    engine(args).write(Bytes.of(view));
                }
                engine(args).flush();
            }))
            .method("isFlushed", 1, (realm, thisValue, args) -> engine(args).isFlushed())
            .method("shutdown", 1, (realm, thisValue, args) -> done(engine(args)::shutdown))
            .method("renegotiate", 1, (realm, thisValue, args) -> engine(args).renegotiate())
            .method("release", 1, (realm, thisValue, args) -> done(engine(args)::release))
            .method("takeEncrypted", 1, (realm, thisValue, args) -> buffer(realm, engine(args).takeEncrypted()))
            .method("takePlain", 1, (realm, thisValue, args) -> buffer(realm, engine(args).takePlain()))
            .method("takeName", 1, (realm, thisValue, args) -> string(engine(args).takeName()))
            .method("name", 2, (realm, thisValue, args) -> done(() -> engine(args).name(has(args, 1) ? SecureContext.of(args.get(1)) : null)))
            .method("isHandshakeDone", 1, (realm, thisValue, args) -> engine(args).isHandshakeDone())
            .method("isEnded", 1, (realm, thisValue, args) -> engine(args).isEnded())
            .method("failure", 1, (realm, thisValue, args) -> {
                JSException thrown = engine(args).takeThrown();
                TlsException failure = engine(args).failure();
                return thrown != null ? thrown.value() : failure == null ? Undefined.INSTANCE : failure.toGuest();
            })
            // Facts of a connection.
            .method("protocolVersion", 1, (realm, thisValue, args) -> string(engine(args).session() == null ? null : engine(args).session().getProtocol()))
            .method("cipher", 1, (realm, thisValue, args) -> {
                String name = engine(args).session() == null ? null : engine(args).session().getCipherSuite();
                return name == null ? Undefined.INSTANCE : JSArray.create(realm, Strings.of(CipherList.nameOf(name)), Strings.of(name));
            })
            .method("session", 2, (realm, thisValue, args) -> {
                byte[] name = engine(args).sessionName(TlsSessions.of(realm.agent()), flag(args, 1));
                return name == null ? Undefined.INSTANCE : buffer(realm, name.clone());
            })
            .method("isReused", 1, (realm, thisValue, args) -> engine(args).isReused())
            .method("applicationProtocol", 1, (realm, thisValue, args) -> string(engine(args).protocol()))
            .method("requestedName", 1, (realm, thisValue, args) -> string(engine(args).requestedName()))
            .method("verifyError", 1, (realm, thisValue, args) -> {
                String code = engine(args).verify();
                return code == Verification.OK ? Undefined.INSTANCE : JSArray.create(realm, Strings.of(code), Strings.of(Verification.text(code)));
            })
            .method("peerChain", 1, (realm, thisValue, args) -> raw(realm, complete(engine(args))))
            .method("ownCertificate", 1, (realm, thisValue, args) -> {
                X509Certificate own = engine(args).ownCertificate();
                return own == null ? Undefined.INSTANCE : raw(realm, List.of(own)).get(0L);
            })
            .method("exportKey", 4, (realm, thisValue, args) -> answer(() -> Bytes.toBuffer(realm, engine(args).exportKey(Conversions.toInt32(args.get(1)),
                    text(args, 2), has(args, 3) ? bytes(args, 3) : null))))
            // Certificates and names.
            .method("certificate", 1, (realm, thisValue, args) -> answer(() -> CertificateObject.of(realm, Certificates.decode(bytes(args, 0)))))
            .method("bundledRoots", 0, (realm, thisValue, args) -> pem(realm, RootCertificates.bundled()))
            .method("certificatesOf", 1, (realm, thisValue, args) -> answer(() -> pem(realm, Certificates.read(bytes(args, 0)))))
            .method("cipherNames", 0, (realm, thisValue, args) ->
                    JSArray.create(realm, CipherList.known().stream().map(suite -> (Object) Strings.of(suite.name())).toArray()));

    private TlsBinding() { }

    private interface Step {
        void run() throws TlsException;
    }

    private interface Question {
        Object answer() throws TlsException;
    }

    private static Object done(Step step) {
        try {
            step.run();
            return Undefined.INSTANCE;
        } catch (TlsException e) {
            throw e.thrown();
        }
    }

    private static Object answer(Question question) {
        try {
            return question.answer();
        } catch (TlsException e) {
            throw e.thrown();
        }
    }

    private static SecureContext context(Args args) {
        return SecureContext.of(args.get(0));
    }

    private static TlsEngine engine(Args args) {
        return TlsEngine.of(args.get(0));
    }

    private static boolean has(Args args, int i) {
        return args.get(i) != Undefined.INSTANCE;
    }

    private static byte[] bytes(Args args, int i) {
        return Bytes.of(args.get(i)).copy();
    }

    private static String text(Args args, int i) {
        return Conversions.toJavaString(args.get(i));
    }

    private static boolean flag(Args args, int i) {
        return Conversions.toBoolean(args.get(i));
    }

    private static String[] texts(Object array) {
        Object[] values = ObjectOperations.createListFromArrayLike(array);
        String[] result = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Conversions.toJavaString(values[i]);
        }
        return result;
    }

    private static Object string(String text) {
        return text == null ? Undefined.INSTANCE : Strings.of(text);
    }

    private static Object buffer(Realm realm, byte[] bytes) {
        return bytes == null ? Undefined.INSTANCE : Bytes.toBuffer(realm, bytes);
    }

    private static TlsEngine.Options options(Realm realm, Object value) {
        JSObject options = (JSObject) value;
        Object name = ObjectOperations.get(options, "serverName");
        Object protocols = ObjectOperations.get(options, "protocols");
        Object session = ObjectOperations.get(options, "session");
        return new TlsEngine.Options(flag(options, "server"), flag(options, "requestCert"), flag(options, "rejectUnauthorized"),
                name == Undefined.INSTANCE ? null : Conversions.toJavaString(name),
                session == Undefined.INSTANCE ? null : TlsSessions.of(realm.agent()).find(Bytes.of(session).copy()), protocols == Undefined.INSTANCE ? new String[0] : texts(protocols),
                Conversions.toInt32(ObjectOperations.get(options, "fragment")), flag(options, "asksName"), ObjectOperations.get(options, "onProtocols"));
    }

    private static boolean flag(JSObject options, String name) {
        return Conversions.toBoolean(ObjectOperations.get(options, name));
    }

    /** The chain as it was sent, and the issuers of its last that are known here. */
    private static List<X509Certificate> complete(TlsEngine engine) {
        List<X509Certificate> chain = new ArrayList<>(engine.peerChain());
        while (!chain.isEmpty() && chain.size() < 20 && !Certificates.isSelfSigned(chain.getLast())) {
            X509Certificate last = chain.getLast();
            X509Certificate issuer = engine.context().trusted().stream().filter(each -> Certificates.isIssuedBy(last, each)).findFirst().orElse(null);
            if (issuer == null) {
                break;
            }
            chain.add(issuer);
        }
        return chain;
    }

    private static JSArray raw(Realm realm, List<X509Certificate> chain) {
        List<Object> result = new ArrayList<>();
        try {
            for (X509Certificate each : chain) {
                result.add(Bytes.toBuffer(realm, each.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw TlsException.of("asn1 encoding routines", "ASN1_", "wrong tag").thrown();
        }
        return JSArray.create(realm, result.toArray());
    }

    private static JSArray pem(Realm realm, List<X509Certificate> certificates) {
        List<Object> result = new ArrayList<>();
        try {
            for (X509Certificate each : certificates) {
                result.add(Strings.of(Pem.encode("CERTIFICATE", each.getEncoded())));
            }
        } catch (CertificateEncodingException e) {
            throw TlsException.of("asn1 encoding routines", "ASN1_", "wrong tag").thrown();
        }
        return JSArray.create(realm, result.toArray());
    }
}

package org.ledgejs.node.binding.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.Operation.Answer;
import org.ledgejs.node.binding.Utf8;

/** Binding {@code crypto}: hash functions, keys from passwords, random bytes. */
public final class CryptoBinding {
    public static final PropertyTable TABLE = new PropertyTable()
            .method("createHash", 2, (realm, thisValue, args) -> {
                Digest digest = Digests.create(Conversions.toJavaString(args.get(0)));
                return digest == null ? Undefined.INSTANCE : withLength(digest, args.get(1));
            })
            .method("createHmac", 2, (realm, thisValue, args) -> {
                Digest digest = Digests.create(Conversions.toJavaString(args.get(0)));
                return digest == null || digest.isExtendable() ? Undefined.INSTANCE : new DigestObject(Hmac.of(digest, Bytes.of(args.get(1)).copy()));
            })
            .method("update", 2, (realm, thisValue, args) -> {
                Bytes bytes = bytesOrText(args, 1);
                DigestObject.of(args.get(0)).update(bytes.array(), bytes.offset(), bytes.length());
                return Undefined.INSTANCE;
            })
            .method("digest", 1, (realm, thisValue, args) -> Bytes.toBuffer(realm, DigestObject.of(args.get(0)).digest()))
            .method("copy", 2, (realm, thisValue, args) -> withLength(DigestObject.of(args.get(0)).copy(), args.get(1)))
            .method("digestLength", 1, (realm, thisValue, args) -> {
                Digest digest = Digests.create(Conversions.toJavaString(args.get(0)));
                return digest == null ? Undefined.INSTANCE : digest.length();
            })
            .method("hash", 4, Operation.body("hash", 3, call -> {
                Digest digest = Digests.create(Conversions.toJavaString(call.get(0)));
                if (digest == null) {
                    return () -> Answer.NOTHING;
                }
                Bytes bytes = call.get(1) instanceof JSBufferView || call.get(1) instanceof JSBuffer ? call.bytes(1) : text(call.get(1));
                Digest function = call.get(2) == Undefined.INSTANCE || !digest.isExtendable() ? digest : digest.withLength(call.integer(2));
                return () -> {
                    function.update(bytes.array(), bytes.offset(), bytes.length());
                    return answer(function.digest());
                };
            }))
            .method("timingSafeEqual", 2, (realm, thisValue, args) ->
                    MessageDigest.isEqual(Bytes.of(args.get(0)).copy(), Bytes.of(args.get(1)).copy()))
            .method("randomFill", 4, Operation.body("randomFill", 3, call -> {
                Bytes bytes = call.bytes(0).slice(call.number(1), call.number(1) + call.number(2));
                return () -> {
                    fill(bytes);
                    return Answer.NOTHING;
                };
            }))
            .method("pbkdf2", 6, Operation.body("pbkdf2", 5, call -> {
                Digest digest = function(call, 4);
                byte[] password = call.bytes(0).copy();
                byte[] salt = call.bytes(1).copy();
                int iterations = call.integer(2);
                int length = call.integer(3);
                return () -> answer(KeyDerivation.pbkdf2(digest, password, salt, iterations, length));
            }))
            .method("hkdf", 6, Operation.body("hkdf", 5, call -> {
                Digest digest = function(call, 0);
                byte[] key = call.bytes(1).copy();
                byte[] salt = call.bytes(2).copy();
                byte[] info = call.bytes(3).copy();
                int length = call.integer(4);
                return () -> answer(KeyDerivation.hkdf(digest, key, salt, info, length));
            }))
            .method("scrypt", 7, Operation.body("scrypt", 6, call -> {
                byte[] password = call.bytes(0).copy();
                byte[] salt = call.bytes(1).copy();
                int length = call.integer(2);
                int cost = call.integer(3);
                int blockSize = call.integer(4);
                int parallel = call.integer(5);
                return () -> answer(KeyDerivation.scrypt(password, salt, cost, blockSize, parallel, length));
            }));

    private CryptoBinding() { }

    /** Made when first needed: finding a source of randomness takes its time. */
    private static final class Random {
        static final SecureRandom SOURCE = new SecureRandom();
    }

    private static void fill(Bytes bytes) {
        byte[] random = new byte[bytes.length()];
        Random.SOURCE.nextBytes(random);
        System.arraycopy(random, 0, bytes.array(), bytes.offset(), random.length);
    }

    private static Answer answer(byte[] bytes) {
        return realm -> Bytes.toBuffer(realm, bytes);
    }

    private static Digest function(Operation call, int i) {
        Digest digest = Digests.create(Conversions.toJavaString(call.get(i)));
        if (digest == null) {
            throw Errors.typeError("Invalid digest");
        }
        return digest;
    }

    private static Object withLength(Digest digest, Object length) {
        return new DigestObject(length == Undefined.INSTANCE || !digest.isExtendable() ? digest : digest.withLength(Conversions.toInt32(length)));
    }

    private static Bytes bytesOrText(Args args, int i) {
        Object value = args.get(i);
        return value instanceof JSBufferView || value instanceof JSBuffer ? Bytes.of(value) : text(value);
    }

    private static Bytes text(Object value) {
        return Bytes.of(Utf8.encode(Conversions.toString(value)));
    }
}

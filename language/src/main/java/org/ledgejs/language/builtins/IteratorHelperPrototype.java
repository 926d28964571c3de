package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSIteratorHelper;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSWrappedIterator;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** %IteratorHelperPrototype% and %WrapForValidIteratorPrototype% (ECMA-262 §27.1.2.1, §27.1.3.2.1.1). */
final class IteratorHelperPrototype {
    private static final TruffleString RETURN = Strings.constant("return");
    private static final PropertyTable HELPER = new PropertyTable()
            .method("next", 0, (realm, thisValue, args) -> {
                Object value = helper(thisValue).advance();
                return Iteration.createIterResult(realm, value == null ? Undefined.INSTANCE : value, value == null);
            })
            .method("return", 0, (realm, thisValue, args) -> {
                helper(thisValue).finish();
                return Iteration.createIterResult(realm, Undefined.INSTANCE, true);
            })
            .toStringTag("Iterator Helper");
    private static final PropertyTable WRAPPED = new PropertyTable()
            .method("next", 0, (realm, thisValue, args) -> {
                Iteration.IteratorRecord iterated = wrapped(thisValue).iterated();
                return ObjectOperations.call(iterated.next, iterated.iterator);
            })
            .method("return", 0, (realm, thisValue, args) -> {
                Object iterator = wrapped(thisValue).iterated().iterator;
                Object method = ObjectOperations.getMethod(iterator, RETURN);
                return method == Undefined.INSTANCE ? Iteration.createIterResult(realm, Undefined.INSTANCE, true) : ObjectOperations.call(method, iterator);
            });

    private IteratorHelperPrototype() { }

    static JSObject create(Realm realm) {
        return create(realm, HELPER);
    }

    static JSObject createWrapped(Realm realm) {
        return create(realm, WRAPPED);
    }

    private static JSObject create(Realm realm, PropertyTable table) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        table.define(realm, prototype);
        return prototype;
    }

    private static JSIteratorHelper helper(Object value) {
        if (value instanceof JSIteratorHelper helper) {
            return helper;
        }
        throw Errors.typeError(Errors.describe(value) + " is not an iterator helper");
    }

    private static JSWrappedIterator wrapped(Object value) {
        if (value instanceof JSWrappedIterator wrapped) {
            return wrapped;
        }
        throw Errors.typeError(Errors.describe(value) + " is not a wrapped iterator");
    }
}

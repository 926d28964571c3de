package org.ledgejs.language.builtins;

import java.util.function.Predicate;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;

/** Methods of Set.prototype that combine a set with anything that has size, has and keys. */
final class SetAlgebra {
    private SetAlgebra() { }

    /** A Set Record (§24.2.1.1). */
    private record SetRecord(JSObject object, double size, Object has, Object keys) {

        /** GetSetRecord (§24.2.1.2). */
        static SetRecord of(Object value) {
            if (!(value instanceof JSObject object)) {
                throw Errors.typeError(Errors.describe(value) + " is not an object");
            }
            double size = Conversions.toNumber(object.get(PropertyKey.of("size")));
            if (Double.isNaN(size)) {
                throw Errors.typeError("The 'size' property must be a number");
            }
            double integer = Conversions.toIntegerOrInfinity(size);
            if (integer < 0) {
                throw Errors.rangeError("'" + Conversions.toJavaString(Conversions.number(integer)) + "' is an invalid size");
            }
            Object has = object.get(PropertyKey.of("has"));
            requireMethod(has, "has");
            Object keys = object.get(PropertyKey.of("keys"));
            requireMethod(keys, "keys");
            return new SetRecord(object, integer, has, keys);
        }

        private static void requireMethod(Object method, String name) {
            if (!ObjectOperations.isCallable(method)) {
                throw Errors.typeError("The '" + name + "' property must be a function");
            }
        }

        boolean contains(Object value) {
            return Conversions.toBoolean(ObjectOperations.call(has, object, value));
        }

        /** Calls "keys". */
        Iteration.IteratorRecord startKeys() {
            Object iterator = ObjectOperations.call(keys, object);
            if (!(iterator instanceof JSObject it)) {
                throw Errors.typeError(Errors.describe(iterator) + " is not an object");
            }
            return Iteration.getIteratorDirect(it);
        }

        void eachKey(Predicate<Object> visitor) {
            SetAlgebra.eachKey(startKeys(), visitor);
        }
    }

    /** Gives each key to the visitor until it returns false; then the iterator is closed. */
    private static void eachKey(Iteration.IteratorRecord keys, Predicate<Object> visitor) {
        for (Object value = Iteration.stepValue(keys); value != null; value = Iteration.stepValue(keys)) {
            if (!visitor.test(OrderedTable.normalize(value))) {
                Iteration.close(keys);
                return;
            }
        }
    }

    private static JSSet result(Realm realm, OrderedTable table) {
        JSSet set = JSSet.create(realm.intrinsic(Intrinsic.SET_PROTOTYPE));
        set.setTable(table);
        return set;
    }

    private static OrderedTable copy(OrderedTable table) {
        OrderedTable copy = new OrderedTable();
        OrderedTable.Cursor cursor = table.new Cursor();
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            copy.put(table.key(i), table.key(i));
        }
        return copy;
    }

    /** Visits the live elements of the set until the visitor returns false. @return whether all were visited */
    private static boolean eachElement(OrderedTable table, Predicate<Object> visitor) {
        OrderedTable.Cursor cursor = table.new Cursor();
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            if (!visitor.test(table.key(i))) {
                return false;
            }
        }
        return true;
    }

    /** §24.2.4.5. */
    static Object difference(Realm realm, Object thisValue, Args args) {
        OrderedTable own = SetPrototype.thisSet(thisValue, "difference").table();
        SetRecord other = SetRecord.of(args.get(0));
        OrderedTable remaining = copy(own);
        if (own.size() <= other.size()) {
            // The copy is what counts: "has" may change the set itself.
            eachElement(remaining, element -> {
                if (other.contains(element)) {
                    remaining.remove(element);
                }
                return true;
            });
        } else {
            other.eachKey(key -> {
                remaining.remove(key);
                return true;
            });
        }
        return result(realm, remaining);
    }

    /** §24.2.4.9. */
    static Object intersection(Realm realm, Object thisValue, Args args) {
        OrderedTable own = SetPrototype.thisSet(thisValue, "intersection").table();
        SetRecord other = SetRecord.of(args.get(0));
        OrderedTable common = new OrderedTable();
        if (own.size() <= other.size()) {
            eachElement(own, element -> {
                if (other.contains(element)) {
                    common.put(element, element);
                }
                return true;
            });
        } else {
            other.eachKey(key -> {
                if (own.find(key) >= 0) {
                    common.put(key, key);
                }
                return true;
            });
        }
        return result(realm, common);
    }

    /** §24.2.4.10. */
    static Object isDisjointFrom(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        OrderedTable own = SetPrototype.thisSet(thisValue, "isDisjointFrom").table();
        SetRecord other = SetRecord.of(args.get(0));
        if (own.size() <= other.size()) {
            return eachElement(own, element -> !other.contains(element));
        }
        boolean[] disjoint = {true};
        other.eachKey(key -> disjoint[0] = own.find(key) < 0);
        return disjoint[0];
    }

    /** §24.2.4.11. */
    static Object isSubsetOf(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        OrderedTable own = SetPrototype.thisSet(thisValue, "isSubsetOf").table();
        SetRecord other = SetRecord.of(args.get(0));
        return own.size() <= other.size() && eachElement(own, other::contains);
    }

    /** §24.2.4.12. */
    static Object isSupersetOf(@SuppressWarnings("unused") Realm realm, Object thisValue, Args args) {
        OrderedTable own = SetPrototype.thisSet(thisValue, "isSupersetOf").table();
        SetRecord other = SetRecord.of(args.get(0));
        if (own.size() < other.size()) {
            return false;
        }
        boolean[] superset = {true};
        other.eachKey(key -> superset[0] = own.find(key) >= 0);
        return superset[0];
    }

    /** §24.2.4.15. */
    static Object symmetricDifference(Realm realm, Object thisValue, Args args) {
        OrderedTable own = SetPrototype.thisSet(thisValue, "symmetricDifference").table();
        SetRecord other = SetRecord.of(args.get(0));
        Iteration.IteratorRecord keys = other.startKeys();
        OrderedTable result = copy(own);
        eachKey(keys, key -> {
            if (own.find(key) >= 0) {
                result.remove(key);
            } else {
                result.put(key, key);
            }
            return true;
        });
        return result(realm, result);
    }

    /** §24.2.4.17. */
    static Object union(Realm realm, Object thisValue, Args args) {
        OrderedTable own = SetPrototype.thisSet(thisValue, "union").table();
        SetRecord other = SetRecord.of(args.get(0));
        Iteration.IteratorRecord keys = other.startKeys();
        OrderedTable result = copy(own);
        eachKey(keys, key -> {
            result.put(key, key);
            return true;
        });
        return result(realm, result);
    }
}

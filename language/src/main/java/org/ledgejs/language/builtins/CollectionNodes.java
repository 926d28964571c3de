package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSMap;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.Undefined;

/** The methods of maps and sets that programs call most, as nodes (ECMA-262 §24.1.3, §24.2.4). */
final class CollectionNodes {
    private CollectionNodes() { }

    /** §24.1.3.6. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class MapGet extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> CollectionNodesFactory.MapGetNodeGen.create(arguments);

        @Specialization
        final Object ofMap(JSMap map, Object key) {
            OrderedTable table = map.table();
            int index = table.find(OrderedTable.normalize(key));
            return index < 0 ? Undefined.INSTANCE : table.value(index);
        }

        @Fallback
        final Object other(Object thisValue, @SuppressWarnings("unused") Object key) {
            return MapPrototype.thisMap(thisValue, "get");
        }
    }

    /** §24.1.3.9. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class MapHas extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> CollectionNodesFactory.MapHasNodeGen.create(arguments);

        @Specialization
        final boolean ofMap(JSMap map, Object key) {
            return map.table().find(OrderedTable.normalize(key)) >= 0;
        }

        @Fallback
        final Object other(Object thisValue, @SuppressWarnings("unused") Object key) {
            return MapPrototype.thisMap(thisValue, "has");
        }
    }

    /** §24.1.3.11. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class MapSet extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> CollectionNodesFactory.MapSetNodeGen.create(arguments);

        @Specialization
        final Object ofMap(JSMap map, Object key, Object value) {
            map.table().put(OrderedTable.normalize(key), value);
            return map;
        }

        @Fallback
        final Object other(Object thisValue, @SuppressWarnings("unused") Object key, @SuppressWarnings("unused") Object value) {
            return MapPrototype.thisMap(thisValue, "set");
        }
    }

    /** §24.2.4.1. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class SetAdd extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> CollectionNodesFactory.SetAddNodeGen.create(arguments);

        @Specialization
        final Object ofSet(JSSet set, Object value) {
            Object key = OrderedTable.normalize(value);
            set.table().put(key, key);
            return set;
        }

        @Fallback
        final Object other(Object thisValue, @SuppressWarnings("unused") Object value) {
            return SetPrototype.thisSet(thisValue, "add");
        }
    }

    /** §24.2.4.8. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class SetHas extends JSNode {
        static final Builtin.NodeFactory FACTORY = arguments -> CollectionNodesFactory.SetHasNodeGen.create(arguments);

        @Specialization
        final boolean ofSet(JSSet set, Object value) {
            return set.table().find(OrderedTable.normalize(value)) >= 0;
        }

        @Fallback
        final Object other(Object thisValue, @SuppressWarnings("unused") Object value) {
            return SetPrototype.thisSet(thisValue, "has");
        }
    }
}

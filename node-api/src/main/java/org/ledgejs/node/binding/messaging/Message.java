package org.ledgejs.node.binding.messaging;

import java.util.List;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.SharedBytes;

/**
 * A value on its way to another realm (HTML §2.7, a serialised record with its transferred values): of no realm, immutable. Primitives are themselves,
 * objects a {@link Reference} into the items, so that cycles and identity come through.
 *
 * @param root a primitive or a Reference
 * @param items what References name
 * @param transferred indices of the items that came by transfer, in the order of the list
 * @param isClose not a message but the end of the channel
 */
record Message(Object root, Item[] items, int[] transferred, boolean isClose) {
    static final Message CLOSE = new Message(null, new Item[0], new int[0], true);

    record Reference(int index) { }

    sealed interface Item { }

    /** An object's own properties. @param array its length, or -1 for an object that is no array */
    record Properties(long array, List<TruffleString> keys, List<Object> values) implements Item { }

    /** Entries flat. */
    record MapEntries(List<Object> entries) implements Item { }

    record SetEntries(List<Object> entries) implements Item { }

    record DateValue(double time) implements Item { }

    record RegExpValue(RegExpCode code) implements Item { }

    record Wrapped(Object value) implements Item { }

    /** @param message a TruffleString or null @param stack a TruffleString or null @param cause null if there is none */
    record ErrorValue(Intrinsic prototype, TruffleString message, TruffleString stack, Object cause) implements Item { }

    /** @param maximum of a resizable buffer, or -1 */
    record Bytes(byte[] data, int maximum) implements Item { }

    record SharedBuffer(SharedBytes bytes) implements Item { }

    /** @param type null for a DataView @param length in elements, or {@code JSBufferView.AUTO} */
    record View(ElementType type, Reference buffer, int byteOffset, int length) implements Item { }

    /** An object of one of our own classes. @param receiver "module:function" that makes it again of the data */
    record Custom(String receiver, Object data) implements Item { }

    /** The end of a channel, between two owners. */
    record Port(PortEnd end) implements Item { }
}

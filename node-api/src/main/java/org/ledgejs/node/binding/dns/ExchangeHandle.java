package org.ledgejs.node.binding.dns;

import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.HandleObject;

/** A question under way. It keeps the loop alive, and calls back with (code, bytes), one of them undefined; not at all once it is closed. */
final class ExchangeHandle extends HandleObject {
    private final DnsExchange exchange;

    ExchangeHandle(NodeRuntime node, DnsExchange exchange, Object callback) {
        super(node);
        this.exchange = exchange;
        // Waits of seconds, any number at a time: no work for the loop's few workers.
        Thread.ofVirtual().name("ledge-dns").start(() -> {
            byte[] answer = null;
            String code = null;
            try {
                answer = exchange.run();
            } catch (DnsExchange.NoAnswer e) {
                code = e.getMessage();
            } catch (RuntimeException e) {
                code = "ECONNREFUSED";
            }
            byte[] bytes = answer;
            Object failure = code == null ? Undefined.INSTANCE : Strings.of(code);
            node.loop().post(() -> {
                if (!isClosed()) {
                    close(Undefined.INSTANCE);
                    node.enter(callback, failure, bytes == null ? Undefined.INSTANCE : Bytes.toBuffer(node.realm(), bytes));
                }
            });
        });
    }

    @Override
    protected void release() {
        exchange.cancel();
    }
}

/** Node's API: event loop, module loaders, built-in modules. */
module org.ledgejs.node {
    requires org.ledgejs.language;
    requires io.netty.common;
    requires io.netty.buffer;
    requires io.netty.transport;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.handler;
    requires org.graalvm.shadowed.icu4j;
    // Figures of the heap, and its collections.
    requires java.management;
    requires jdk.management;
    // Signals.
    requires jdk.unsupported;

    exports org.ledgejs.node.embed;

    provides org.ledgejs.language.host.HostExtension with org.ledgejs.node.NodeExtension;
}

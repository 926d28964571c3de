/** The engine: parser, code, nodes, runtime objects, library, interop, image format. */
module org.ledgejs.language {
    requires transitive org.graalvm.polyglot;
    requires transitive org.graalvm.truffle;
    requires org.graalvm.shadowed.icu4j;

    exports org.ledgejs.language;
    exports org.ledgejs.language.builtins;
    exports org.ledgejs.language.code;
    exports org.ledgejs.language.code.resolver;
    exports org.ledgejs.language.host;
    exports org.ledgejs.language.image;
    exports org.ledgejs.language.ops;
    exports org.ledgejs.language.runtime;
    exports org.ledgejs.language.source;
    exports org.ledgejs.language.syntax;

    uses org.ledgejs.language.host.HostExtension;

    provides com.oracle.truffle.api.provider.TruffleLanguageProvider with org.ledgejs.language.LedgeLanguageProvider;
}

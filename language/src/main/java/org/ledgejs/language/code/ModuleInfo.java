package org.ledgejs.language.code;

import java.util.List;
import java.util.Map;

/**
 * What a module asks for and gives (ECMA-262 §16.2.1.7).
 *
 * @param requests in source order, each once
 * @param scope index of the module's scope, whose object is the module environment
 * @param hasTopLevelAwait [[HasTLA]]
 */
public record ModuleInfo(List<Request> requests, List<Import> imports, List<LocalExport> localExports,
        List<IndirectExport> indirectExports, List<Integer> starExports, int scope, boolean hasTopLevelAwait) {

    public enum Phase { EVALUATION, DEFER, SOURCE }

    /** A specifier with its import attributes, and the range of the source it stands in. */
    public record Request(String specifier, Map<String, String> attributes, Phase phase, int start, int length) { }

    /** An import into a slot of the module's scope; {@code name} null imports the namespace (or the source object). */
    public record Import(int request, String name, int slot) { }

    public record LocalExport(String exportName, int slot) { }

    /** {@code export {name as exportName} from}; {@code name} null exports the namespace. */
    public record IndirectExport(String exportName, int request, String name) { }
}

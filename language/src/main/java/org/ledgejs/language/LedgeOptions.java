package org.ledgejs.language;

import com.oracle.truffle.api.Option;

import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;

/** What an engine or context can be told. */
@Option.Group(LedgeLanguage.ID)
final class LedgeOptions {
    @Option(help = "Send every code unit through the image format before it runs (a test mode).", category = OptionCategory.INTERNAL,
            stability = OptionStability.EXPERIMENTAL)
    static final OptionKey<Boolean> UnitRoundtrip = new OptionKey<>(false);

    @Option(name = "lazy-from", help = "Texts of at least so many UTF-16 code units have their functions compiled when they are first called; "
            + "0 does so always and with the shortest functions, -1 never (a test mode).", category = OptionCategory.INTERNAL,
            stability = OptionStability.EXPERIMENTAL)
    static final OptionKey<Integer> LazyFrom = new OptionKey<>(1 << 15);

    @Option(name = "test262-host", help = "Define the host functions of test262: $262 and print.", category = OptionCategory.INTERNAL,
            stability = OptionStability.EXPERIMENTAL)
    static final OptionKey<Boolean> Test262Host = new OptionKey<>(false);

    @Option(name = "agent-can-block", help = "Whether Atomics.wait may block the thread of the context.", category = OptionCategory.EXPERT,
            stability = OptionStability.EXPERIMENTAL)
    static final OptionKey<Boolean> AgentCanBlock = new OptionKey<>(true);

    @Option(name = "permissions", help = "What the program may reach, for the options --permission and --allow-… of the command: a grant a line, as PermissionGrants "
            + "reads them; nothing but these is allowed.", category = OptionCategory.EXPERT, stability = OptionStability.EXPERIMENTAL)
    static final OptionKey<String> Permissions = new OptionKey<>("");

    private LedgeOptions() { }

    static OptionDescriptors descriptors() {
        return new LedgeOptionsOptionDescriptors();
    }
}

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

    private LedgeOptions() { }

    static OptionDescriptors descriptors() {
        return new LedgeOptionsOptionDescriptors();
    }
}

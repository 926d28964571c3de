package org.ledgejs.dist;

import java.util.ArrayList;
import java.util.List;

/** What a distribution runs code with. */
enum Flavour {

    /** Graal compiles what is hot. */
    COMPILER("ledge"),

    /** Nothing is compiled by Graal and its classes are not there: half the size, for small devices. */
    INTERPRETER("ledge-small");

    private final String folder;

    Flavour(String folder) {
        this.folder = folder;
    }

    /** The name of the distribution's folder. */
    String folder() {
        return folder;
    }

    boolean hasCompiler() {
        return this == COMPILER;
    }

    /**
     * Options of the virtual machine for commands that are over at once: its own optimising compiler pays after seconds. Graal is
     * there all the same for what gets hot; where there is none, that compiler is needed.
     */
    List<String> startFlags() {
        return hasCompiler() ? List.of("-XX:-AOTReplayTraining", "-XX:TieredStopAtLevel=1") : List.of("-XX:-AOTReplayTraining");
    }

    /** The options of the virtual machine; those that change what an AOT cache holds must be the same in training. */
    List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (hasCompiler()) {
            flags.add("-XX:+UnlockExperimentalVMOptions");
            flags.add("-XX:+EnableJVMCI");
            // While nothing waits to be compiled Truffle would compile what was called 25 times: the compiler starts late enough to be worth it.
            flags.add("-Dpolyglot.engine.DynamicCompilationThresholdsMinScale=1");
            // And its first tier after 400 calls, when the compiler itself is compiled ahead of time. Ours has to get warm: the first compilation takes a second.
            flags.add("-Dpolyglot.engine.FirstTierCompilationThreshold=4000");
            // And its quick one has thousands of Graal's methods to compile before a program is fast: each inlines less.
            flags.add("-XX:C1MaxInlineSize=15");
        } else {
            flags.add("-Dpolyglot.engine.WarnInterpreterOnly=false");
        }
        // HotSpot's optimising compiler waits three times as long as usual: it works on the interpreter's nodes while Graal makes them needless,
        // and without Graal most programs are over before its work pays.
        flags.add("-XX:Tier4InvocationThreshold=15000");
        flags.add("-XX:Tier4MinInvocationThreshold=1800");
        flags.add("-XX:Tier4CompileThreshold=45000");
        flags.add("-XX:Tier4BackEdgeThreshold=120000");
        // The caches are mapped where they were made for: moving one would touch, and so hold in memory, every page of it.
        flags.add("-XX:+UnlockDiagnosticVMOptions");
        flags.add("-XX:ArchiveRelocationMode=0");
        // One thread runs the program, and devices are small: the collector without threads and without barriers to pay.
        flags.add("-XX:+UseSerialGC");
        // Most of what lives are small objects: a header of 8 bytes instead of 12 makes many of them smaller.
        flags.add("-XX:+UseCompactObjectHeaders");
        // A shared-memory file a start, for tools nobody attaches to a device.
        flags.add("-XX:-UsePerfData");
        flags.add("-Xss8m");
        // Half of the heap is for what dies young, as nearly all does that compilers make.
        flags.add("-XX:NewRatio=1");
        flags.add("-XX:SurvivorRatio=4");
        // What the launcher gives back goes at once.
        flags.add("-XX:-ShrinkHeapInSteps");
        // Names are looked up in the system's order, where Java by itself puts IPv4 first.
        flags.add("-Djava.net.preferIPv6Addresses=system");
        // Standard output belongs to the program, also when the machine has something to say.
        flags.add("-Xlog:disable");
        flags.add("-Xlog:all=error:stderr");
        flags.add("--enable-native-access=ALL-UNNAMED,org.graalvm.truffle");
        flags.add("--sun-misc-unsafe-memory-access=allow");
        // Without it Truffle unpacks and loads a native library to reach this package.
        flags.add("--add-exports=java.base/jdk.internal.module=org.graalvm.truffle");
        // ICU belongs to TRegex: its module lets only named friends in.
        for (String icu : new String[] {"lang", "text"}) {
            flags.add("--add-exports=org.graalvm.shadowed.icu4j/org.graalvm.shadowed.com.ibm.icu." + icu + "=ALL-UNNAMED");
        }
        return flags;
    }
}

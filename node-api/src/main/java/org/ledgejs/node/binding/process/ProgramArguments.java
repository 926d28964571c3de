package org.ledgejs.node.binding.process;

import java.util.List;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;

/** What a program was started with, beyond the application arguments of its context. Whoever runs the program says so before Node boots. */
public final class ProgramArguments {
    private String script;
    private String evalSource;
    private List<String> execArgv = List.of();

    private ProgramArguments() { }

    public static ProgramArguments of(Agent agent) {
        return agent.attachment(ProgramArguments.class, ProgramArguments::new);
    }

    /** The absolute path of the program's file, or null where there is none. */
    public String script() {
        return script;
    }

    /** To be called before Node boots. */
    public void setScript(String path) {
        script = path;
    }

    /** As {@link #setScript}, once Node has booted: puts the path into {@code process.argv} too. */
    public static void setScript(NodeRuntime node, String path) {
        of(node.agent()).setScript(path);
        if (node.process().get(PropertyKey.of("argv")) instanceof JSObject argv) {
            ObjectOperations.invoke(argv, PropertyKey.of("splice"), 1, 0, Strings.of(path));
        }
    }

    /** The code given on the command line, or null. */
    public String evalSource() {
        return evalSource;
    }

    public void setEvalSource(String code) {
        evalSource = code;
    }

    /** The command's own options. */
    public List<String> execArgv() {
        return execArgv;
    }

    public void setExecArgv(List<String> options) {
        execArgv = List.copyOf(options);
    }
}

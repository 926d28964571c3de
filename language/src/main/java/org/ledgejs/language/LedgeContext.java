package org.ledgejs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage.ContextReference;
import com.oracle.truffle.api.TruffleLanguage.Env;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.builtins.Test262Agents;
import org.ledgejs.language.builtins.Test262Host;
import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Compiler;
import org.ledgejs.language.runtime.IntrinsicFactory;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Realm;

/** A polyglot context of the language: an agent with its environment. */
public final class LedgeContext extends Agent {
    private static final ContextReference<LedgeContext> REFERENCE = ContextReference.create(LedgeLanguage.class);

    private final LedgeLanguage language;
    private Env env;
    private final List<HostExtension> extensions = new ArrayList<>();
    private final ModuleLoader modules = new ModuleLoader(this);
    private Realm mainRealm;
    private int entered;

    LedgeContext(LedgeLanguage language, Env env) {
        this.language = language;
        this.env = env;
    }

    /** @param node an adopted node, or null */
    public static LedgeContext get(Node node) {
        return REFERENCE.get(node);
    }

    /** Finds the extensions and makes the first realm. */
    void initialize() {
        String grants = env.getOptions().get(LedgeOptions.Permissions);
        if (!grants.isEmpty()) {
            permissions().restrict(new PermissionGrants(env, grants));
        }
        for (HostExtension extension : ServiceLoader.load(HostExtension.class, LedgeContext.class.getClassLoader())) {
            extensions.add(extension);
        }
        extensions.forEach(extension -> extension.initialize(this));
        mainRealm = createRealm();
        switchRealm(mainRealm);
    }

    /** A context made ahead of time gets its real environment. */
    void patch(Env newEnv) {
        env = newEnv;
    }

    void close() {
        closeAttachments();
        extensions.forEach(HostExtension::close);
    }

    @Override
    public Env env() {
        return env;
    }

    @Override
    public LedgeLanguage language() {
        return language;
    }

    @Override
    public IntrinsicFactory intrinsics() {
        return language.intrinsics();
    }

    @Override
    public Compiler compiler() {
        return language.compiler();
    }

    public List<HostExtension> extensions() {
        return extensions;
    }

    /** The realm of the context itself. */
    public Realm mainRealm() {
        return mainRealm;
    }

    @Override
    @TruffleBoundary
    public ModuleRecord loadModule(Realm realm, Object referrer, String specifier, Map<String, String> attributes) {
        if (referrer instanceof ModuleRecord importer && importer.hostDefined() instanceof ImageProgram program) {
            ModuleRecord inImage = program.resolve(importer, specifier);
            if (inImage != null) {
                return inImage;
            }
        }
        ModuleRecord module = hooks().loadModule(referrer, specifier, attributes);
        return module != null ? module : modules.load(realm, referrer, specifier, attributes);
    }

    ModuleLoader modules() {
        return modules;
    }

    @Override
    protected void realmCreated(Realm realm) {
        if (mainRealm != null) {
            language.severalRealms();
        }
        for (HostExtension extension : extensions) {
            extension.globals().define(realm, realm.globalObject());
        }
        if (hasTest262Host()) {
            Test262Host.define(realm);
        }
    }

    @Override
    public void errorConstructorMade(Realm realm, JSObject constructor) {
        if (mainRealm == null || realm == mainRealm) {
            extensions.forEach(extension -> extension.errorStatics().define(realm, constructor));
        }
    }

    boolean hasTest262Host() {
        return env.getOptions().get(LedgeOptions.Test262Host);
    }

    @Override
    public boolean canBlock() {
        return env.getOptions().get(LedgeOptions.AgentCanBlock);
    }

    /** Ends the threads the context started: after this none of the language may be left. */
    void endThreads() {
        Test262Agents agents = hasTest262Host() ? attached(Test262Agents.class) : null;
        if (agents != null) {
            agents.end();
        }
    }

    /** The embedder's call into the language begins. */
    void enter() {
        entered++;
    }

    /** It ends; the outermost one runs the jobs it left. */
    void leave() {
        if (--entered == 0) {
            settle();
        }
    }

    /** Ends the program: what {@code process.exit} does. Does not return. */
    @TruffleBoundary
    public void exit(Node location, int code) {
        env.getContext().closeExited(location, code);
    }
}

package org.ledgejs.language;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;

import org.ledgejs.language.image.Image;
import org.ledgejs.language.nodes.function.LoadedUnit;
import org.ledgejs.language.nodes.module.GuestModule;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Thrown;
import org.ledgejs.language.runtime.Undefined;

/** What an embedder's eval calls: runs a unit in the context of the moment. */
abstract class EntryRootNode extends RootNode {
    private EntryRootNode(LedgeLanguage language) {
        super(language);
    }

    @Override
    public final Object execute(VirtualFrame frame) {
        return run(LedgeContext.get(this));
    }

    @TruffleBoundary
    private Object run(LedgeContext context) {
        Realm previous = context.switchRealm(context.mainRealm());
        context.enter();
        try {
            Object result = run(context, context.mainRealm());
            context.leave();
            return finish(result);
        } catch (Throwable t) {
            // The jobs of what ran so far are the program's too.
            context.leave();
            throw t;
        } finally {
            context.switchRealm(previous);
        }
    }

    abstract Object run(LedgeContext context, Realm realm);

    /** The value for the embedder, after the jobs. */
    Object finish(Object result) {
        return result;
    }

    @Override
    public final boolean isInternal() {
        return true;
    }

    /** Its value is the completion value. */
    static final class OfScript extends EntryRootNode {
        private final LoadedUnit unit;

        OfScript(LedgeLanguage language, LoadedUnit unit) {
            super(language);
            this.unit = unit;
        }

        @Override
        Object run(LedgeContext context, Realm realm) {
            return unit.main().callTarget().call(Arguments.create(realm.globalObject(), Undefined.INSTANCE));
        }
    }

    /** Its value is the namespace, or a promise of it while the module awaits something. */
    abstract static class OfRecord extends EntryRootNode {
        private OfRecord(LedgeLanguage language) {
            super(language);
        }

        private record Evaluation(ModuleRecord module, JSPromise promise) { }

        abstract ModuleRecord create(LedgeContext context, Realm realm);

        @Override
        final Object run(LedgeContext context, Realm realm) {
            ModuleRecord module = create(context, realm);
            module.loadRequestedModules();
            module.link();
            JSPromise promise = (JSPromise) module.evaluate();
            promise.setHandled();
            return new Evaluation(module, promise);
        }

        @Override
        final Object finish(Object result) {
            Evaluation evaluation = (Evaluation) result;
            return switch (evaluation.promise.state()) {
                case FULFILLED -> evaluation.module.namespace();
                case REJECTED -> throw Thrown.exception(evaluation.promise.result(), null);
                case PENDING -> evaluation.promise;
            };
        }
    }

    /** A module from text. */
    static final class OfModule extends OfRecord {
        private final LoadedUnit unit;
        private final Source source;

        OfModule(LedgeLanguage language, LoadedUnit unit, Source source) {
            super(language);
            this.unit = unit;
            this.source = source;
        }

        @Override
        ModuleRecord create(LedgeContext context, Realm realm) {
            GuestModule module = GuestModule.create(realm, ModuleLoader.nameOf(source), unit);
            context.modules().register(realm, module);
            return module;
        }
    }

    /** The entry of a program image. */
    static final class OfImage extends OfRecord {
        private final Image image;

        OfImage(LedgeLanguage language, Image image) {
            super(language);
            this.image = image;
        }

        @Override
        ModuleRecord create(LedgeContext context, Realm realm) {
            return new ImageProgram(context.language(), realm, image).entry();
        }
    }
}

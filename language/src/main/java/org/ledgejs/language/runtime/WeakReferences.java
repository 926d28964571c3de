package org.ledgejs.language.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What an agent does about liveness between jobs (ECMA-262 §9.9 to §9.12). */
public final class WeakReferences {
    private final Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();

    /** AddToKeptObjects: the target of a WeakRef that was seen stays until the jobs are done. */
    public void keepDuringJob(Object target) {
        kept.add(target);
    }

    ReferenceQueue<Object> queue() {
        return queue;
    }

    /** ClearKeptObjects; then enqueues a cleanup job for each target that is gone. */
    void endOfJobs(Agent agent) {
        kept.clear();
        for (Reference<?> gone = queue.poll(); gone != null; gone = queue.poll()) {
            agent.enqueueJob(((JSFinalizationRegistry.Cell) gone)::cleanUp);
        }
    }
}

package org.ledgejs.node.binding;

import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.EventLoop;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/**
 * Something open outside, as the program holds it: an object without properties that only functions of bindings look into. While it is open and
 * referenced the loop lives.
 */
public abstract class HandleObject extends JSObject {
    private static final Shape HANDLE_ROOT = shapeBuilder().build();

    private final NodeRuntime node;
    private final EventLoop.Handle reference;
    private final Object continuation;
    private boolean referenced = true;
    private boolean closed;
    /** The program's object for it, or null. */
    private Object owner;

    protected HandleObject(NodeRuntime node) {
        super(HANDLE_ROOT, null);
        this.node = node;
        this.reference = node.loop().open();
        ActiveHandles.of(node.agent()).add(this);
        this.continuation = node.agent().continuation();
    }

    /** A handle argument of the kind. @throws org.ledgejs.language.runtime.JSException TypeError if it is none */
    public static <T extends HandleObject> T of(Object value, Class<T> kind) {
        if (!kind.isInstance(value)) {
            throw Errors.typeError("Illegal invocation");
        }
        return kind.cast(value);
    }

    protected final NodeRuntime node() {
        return node;
    }

    /** What Node calls handles of the kind; null for one that is nobody's business. */
    protected String resourceName() {
        return null;
    }

    public final Object owner() {
        return owner;
    }

    public final void setOwner(Object object) {
        owner = object;
    }

    /** Tells the program of an event, with what was carried along when the handle was made. */
    protected final void enter(Object function, Object... arguments) {
        node.enterWith(continuation, function, arguments);
    }

    public void ref() {
        referenced = true;
        reference.ref();
    }

    public void unref() {
        referenced = false;
        reference.unref();
    }

    public boolean hasRef() {
        return referenced && !closed;
    }

    public final boolean isClosed() {
        return closed;
    }

    /** Closes it once; calls back in the loop's closing phase. @param callback a function, or undefined */
    public final void close(Object callback) {
        if (closed) {
            return;
        }
        closed = true;
        reference.close();
        ActiveHandles.of(node.agent()).remove(this);
        release();
        // A handle that closes is one more turn of the loop, even if nobody waits for it.
        node.loop().postClosing(callback == Undefined.INSTANCE ? () -> { } : () -> node.enter(callback));
    }

    /** Lets go of what the operating system gave. Called once. */
    protected abstract void release();

    @Override
    public String className() {
        return "Object";
    }
}

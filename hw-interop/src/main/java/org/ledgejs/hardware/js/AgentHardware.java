package org.ledgejs.hardware.js;

import org.ledgejs.hardware.Agent;
import org.ledgejs.hardware.Board;
import org.ledgejs.hardware.Boards;
import org.ledgejs.hardware.HardwareContext;
import org.ledgejs.hardware.embedded.EmbeddedException;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.EventLoop;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/** The hardware of one agent of the language: callbacks run on its loop, errors are its errors. */
final class AgentHardware implements Agent, AutoCloseable {
    private final Realm realm;
    private final HardwareContext hardware;
    private final ArrayDeque<EventLoop.Handle> holds = new ArrayDeque<>();
    private volatile boolean ended;

    private AgentHardware(Realm realm) {
        this.realm = realm;
        this.hardware = new HardwareContext(this, this::open);
    }

    static AgentHardware of(Realm realm) {
        return realm.agent().attachment(AgentHardware.class, () -> new AgentHardware(realm));
    }

    HardwareContext hardware() {
        return hardware;
    }

    Board board() {
        try {
            return hardware.board();
        } catch (EmbeddedException e) {
            throw error(e);
        }
    }

    /** Says on standard error where it is not what a board would be expected to be. */
    private Board open() {
        realm.agent().permissions().hardware("board");
        Board board = Boards.open(realm.agent().env().getEnvironment());
        board.notice().ifPresent(notice -> {
            try {
                realm.agent().env().err().write((notice + "\n").getBytes(StandardCharsets.UTF_8));
                realm.agent().env().err().flush();
            } catch (IOException e) {
                // A notice nobody can read is no reason to fail.
            }
        });
        return board;
    }

    @Override
    public void enqueue(Runnable task) {
        if (!ended) {
            realm.agent().post(() -> {
                if (!ended) {
                    task.run();
                }
            });
        }
    }

    @Override
    public void retain() {
        EventLoop loop = realm.agent().eventLoop();
        if (loop != null) {
            holds.push(loop.open());
        }
    }

    @Override
    public void release() {
        EventLoop.Handle hold = holds.poll();
        if (hold != null) {
            hold.close();
        }
    }

    @Override
    public Object undefined() {
        return Undefined.INSTANCE;
    }

    @Override
    public JSException error(EmbeddedException e) {
        Intrinsic prototype = switch (e.kind()) {
            case ERROR -> Intrinsic.ERROR_PROTOTYPE;
            case TYPE_ERROR -> Intrinsic.TYPE_ERROR_PROTOTYPE;
            case RANGE_ERROR -> Intrinsic.RANGE_ERROR_PROTOTYPE;
        };
        JSException error = Errors.error(prototype, e.getMessage());
        e.errno().ifPresent(errno -> ((JSObject) error.value()).define(PropertyKey.of("code"), Strings.of(errno.name()), PropertyFlags.DEFAULT));
        return error;
    }

    @Override
    public void close() {
        ended = true;
        hardware.close();
    }
}

// The scheduler of a small operating system, after Martin Richards: an idle task, a worker, two message handlers and two
// devices pass packets to one another. Four kinds of task at the same call make it a test of method calls and properties.

const IDLE = 0;
const WORKER = 1;
const HANDLER_A = 2;
const HANDLER_B = 3;
const DEVICE_A = 4;
const DEVICE_B = 5;

const WORK = 1;
const DEVICE = 2;
const PAYLOAD = 4;

const IDLE_ROUNDS = 10_000;

class Packet {
  next = null;
  position = 0;
  data = new Array(PAYLOAD).fill(0);

  constructor(owner, kind) {
    this.owner = owner;
    this.kind = kind;
  }
}

/** A first-in, first-out list of packets, linked through the packets themselves. */
class PacketQueue {
  #first = null;
  #last = null;

  get empty() {
    return this.#first === null;
  }

  add(packet) {
    packet.next = null;
    if (this.#first === null) {
      this.#first = packet;
    } else {
      this.#last.next = packet;
    }
    this.#last = packet;
  }

  take() {
    const packet = this.#first;
    if (packet !== null) {
      this.#first = packet.next;
      packet.next = null;
    }
    return packet;
  }
}

class Task {
  inbox = new PacketQueue();
  held = false;
  waiting = false;

  constructor(scheduler, identity, priority) {
    this.scheduler = scheduler;
    this.identity = identity;
    this.priority = priority;
  }

  get runnable() {
    return !this.held && (!this.waiting || !this.inbox.empty);
  }

  resume() {
    const packet = this.waiting ? this.inbox.take() : null;
    this.waiting = false;
    return this.step(packet);
  }

  /** Waits for the next packet. */
  pause() {
    this.waiting = true;
    return this;
  }
}

class IdleTask extends Task {
  #rounds = IDLE_ROUNDS;
  #bits = 1;

  step() {
    if (--this.#rounds === 0) {
      return this.scheduler.hold(this);
    }
    // A shift register with feedback decides which device is served.
    const odd = this.#bits & 1;
    this.#bits = odd ? (this.#bits >> 1) ^ 0xd008 : this.#bits >> 1;
    return this.scheduler.release(odd ? DEVICE_B : DEVICE_A, this);
  }
}

class WorkerTask extends Task {
  #receiver = HANDLER_A;
  #letter = 0;

  step(packet) {
    if (packet === null) {
      return this.pause();
    }
    this.#receiver = this.#receiver === HANDLER_A ? HANDLER_B : HANDLER_A;
    packet.owner = this.#receiver;
    packet.position = 0;
    for (let i = 0; i < PAYLOAD; i++) {
      this.#letter = (this.#letter % 26) + 1;
      packet.data[i] = this.#letter;
    }
    return this.scheduler.send(packet, this);
  }
}

class HandlerTask extends Task {
  #work = new PacketQueue();
  #devices = new PacketQueue();
  #current = null;

  step(packet) {
    if (packet !== null) {
      (packet.kind === WORK ? this.#work : this.#devices).add(packet);
    }
    this.#current ??= this.#work.take();
    if (this.#current === null) {
      return this.pause();
    }
    if (this.#current.position === PAYLOAD) {
      const finished = this.#current;
      this.#current = null;
      finished.owner = WORKER;
      return this.scheduler.send(finished, this);
    }
    const free = this.#devices.take();
    if (free === null) {
      return this.pause();
    }
    free.data[0] = this.#current.data[this.#current.position++];
    free.owner = this.identity === HANDLER_A ? DEVICE_A : DEVICE_B;
    return this.scheduler.send(free, this);
  }
}

class DeviceTask extends Task {
  #pending = null;

  step(packet) {
    if (packet !== null) {
      this.#pending = packet;
      return this.scheduler.hold(this);
    }
    if (this.#pending === null) {
      return this.pause();
    }
    const served = this.#pending;
    this.#pending = null;
    served.owner = this.identity === DEVICE_A ? HANDLER_A : HANDLER_B;
    return this.scheduler.send(served, this);
  }
}

class Scheduler {
  sent = 0;
  holds = 0;
  sum = 0;
  #tasks = [];
  #byPriority = [];

  add(Kind, identity, priority, packets) {
    const task = new Kind(this, identity, priority);
    packets.forEach((packet) => task.inbox.add(packet));
    task.waiting = Kind !== IdleTask;
    this.#tasks[identity] = task;
    this.#byPriority = this.#tasks.filter(Boolean).sort((a, b) => b.priority - a.priority);
  }

  run() {
    let task = this.#best();
    while (task !== null) {
      task = task.runnable ? task.resume() : this.#best();
    }
  }

  hold(task) {
    this.holds++;
    task.held = true;
    return this.#best();
  }

  release(identity, current) {
    const task = this.#tasks[identity];
    task.held = false;
    return task.priority > current.priority ? task : current;
  }

  send(packet, current) {
    this.sent++;
    this.sum = (this.sum * 31 + packet.data[0]) | 0;
    const receiver = this.#tasks[packet.owner];
    receiver.inbox.add(packet);
    return receiver.priority > current.priority ? receiver : current;
  }

  #best() {
    for (const task of this.#byPriority) {
      if (task.runnable) {
        return task;
      }
    }
    return null;
  }
}

function packets(count, owner, kind) {
  return Array.from({ length: count }, () => new Packet(owner, kind));
}

function boot() {
  const scheduler = new Scheduler();
  scheduler.add(IdleTask, IDLE, 0, []);
  scheduler.add(WorkerTask, WORKER, 1000, packets(2, WORKER, WORK));
  scheduler.add(HandlerTask, HANDLER_A, 2000, packets(3, DEVICE_A, DEVICE));
  scheduler.add(HandlerTask, HANDLER_B, 3000, packets(3, DEVICE_B, DEVICE));
  scheduler.add(DeviceTask, DEVICE_A, 4000, []);
  scheduler.add(DeviceTask, DEVICE_B, 5000, []);
  scheduler.run();
  return `${scheduler.sent} ${scheduler.holds} ${scheduler.sum}`;
}

benchmark('richards', {
  run: () => [boot(), boot()],
  check: (all) => all.every((counts) => counts === '23246 9297 1746708722'),
});

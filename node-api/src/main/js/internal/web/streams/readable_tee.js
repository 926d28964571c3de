// Two streams of one (Streams §4.9.1, ReadableStreamTee). Chunks go to both in a job of their own, so that a branch that fails by then is seen first.

const { cloneBytes } = require('internal/web/streams/buffers');
const { ReaderRecord, createReadable, createReadableBytes } = require('internal/web/streams/readable_record');
const { settled, then } = require('internal/web/streams/shared');

/** Tells when both branches are cancelled; then cancels the source with both reasons. */
class Cancellation {
  canceled = [false, false];
  reasons = [undefined, undefined];
  outcome = Promise.withResolvers();
  stream;

  constructor(stream) { this.stream = stream; }

  get isComplete() { return this.canceled[0] && this.canceled[1]; }

  cancel(branch, reason) {
    this.canceled[branch] = true;
    this.reasons[branch] = reason;
    if (this.isComplete) this.outcome.resolve(this.stream.cancel(this.reasons));
    return this.outcome.promise;
  }
}

function tee(stream, cloneForSecond) {
  return stream.controller.isBytes ? teeBytes(stream) : teeValues(stream, cloneForSecond);
}

function teeValues(stream, cloneForSecond) {
  const reader = new ReaderRecord(stream, false);
  const cancellation = new Cancellation(stream);
  const { canceled, outcome } = cancellation;
  const branches = [];
  let reading = false;
  let readAgain = false;

  const request = {
    chunk(chunk) {
      then(settled, () => {
        readAgain = false;
        let second = chunk;
        if (!canceled[1] && cloneForSecond) {
          try {
            second = require('internal/web/structured_clone').structuredClone(chunk);
          } catch (error) {
            for (const { controller } of branches) controller.error(error);
            outcome.resolve(stream.cancel(error));
            return;
          }
        }
        if (!canceled[0]) branches[0].controller.enqueue(chunk);
        if (!canceled[1]) branches[1].controller.enqueue(second);
        reading = false;
        if (readAgain) pull();
      });
    },
    close() {
      reading = false;
      branches.forEach(({ controller }, i) => { if (!canceled[i]) controller.close(); });
      if (!canceled[0] || !canceled[1]) outcome.resolve();
    },
    error() { reading = false; },
  };

  function pull() {
    if (reading) {
      readAgain = true;
      return settled;
    }
    reading = true;
    reader.read(request);
    return settled;
  }

  for (const i of [0, 1]) branches.push(createReadable(undefined, pull, (reason) => cancellation.cancel(i, reason)));
  then(reader.closed.promise, undefined, (reason) => {
    for (const { controller } of branches) controller.error(reason);
    if (!cancellation.isComplete) outcome.resolve();
  });
  return branches;
}

/** ReadableByteStreamTee: reads into the buffer a branch offers when it offers one. */
class ByteTee {
  reading = false;
  readAgain = [false, false];
  branches = [];
  stream;
  reader;
  cancellation;

  constructor(stream) {
    this.stream = stream;
    this.reader = new ReaderRecord(stream, false);
    this.cancellation = new Cancellation(stream);
    for (const i of [0, 1]) {
      this.branches.push(createReadableBytes(() => this.pull(i), (reason) => this.cancellation.cancel(i, reason)));
    }
    this.forwardError(this.reader);
  }

  forwardError(reader) {
    then(reader.closed.promise, undefined, (reason) => {
      if (reader !== this.reader) return;
      for (const { controller } of this.branches) controller.error(reason);
      if (!this.cancellation.isComplete) this.cancellation.outcome.resolve();
    });
  }

  useReader(isByob) {
    if (this.reader.isByob === isByob) return;
    this.reader.release();
    this.reader = new ReaderRecord(this.stream, isByob);
    this.forwardError(this.reader);
  }

  pull(i) {
    if (this.reading) {
      this.readAgain[i] = true;
      return settled;
    }
    this.reading = true;
    const request = this.branches[i].controller.byobRequest;
    if (request === null) this.#readDefault();
    else this.#readInto(request.view, i);
    return settled;
  }

  #fail(error) {
    for (const { controller } of this.branches) controller.error(error);
    this.cancellation.outcome.resolve(this.stream.cancel(error));
  }

  #pullAgain() {
    this.reading = false;
    if (this.readAgain[0]) this.pull(0);
    else if (this.readAgain[1]) this.pull(1);
  }

  #readDefault() {
    this.useReader(false);
    const { branches, cancellation: { canceled, outcome } } = this;
    this.reader.read({
      chunk: (chunk) => then(settled, () => {
        this.readAgain = [false, false];
        let second = chunk;
        if (!canceled[0] && !canceled[1]) {
          try {
            second = cloneBytes(chunk);
          } catch (error) {
            this.#fail(error);
            return;
          }
        }
        if (!canceled[0]) branches[0].controller.enqueue(chunk);
        if (!canceled[1]) branches[1].controller.enqueue(second);
        this.#pullAgain();
      }),
      close: () => {
        this.reading = false;
        branches.forEach(({ controller }, i) => { if (!canceled[i]) controller.close(); });
        for (const { controller } of branches) {
          if (controller.pending.length > 0) controller.respond(0);
        }
        if (!canceled[0] || !canceled[1]) outcome.resolve();
      },
      error: () => { this.reading = false; },
    });
  }

  #readInto(view, own) {
    this.useReader(true);
    const { branches, cancellation: { canceled, outcome } } = this;
    const other = 1 - own;
    const mine = branches[own].controller;
    const theirs = branches[other].controller;
    this.reader.readInto(view, 1, {
      chunk: (chunk) => then(settled, () => {
        this.readAgain = [false, false];
        if (!canceled[other]) {
          let clone;
          try {
            clone = cloneBytes(chunk);
          } catch (error) {
            this.#fail(error);
            return;
          }
          if (!canceled[own]) mine.respondWithNewView(chunk);
          theirs.enqueue(clone);
        } else if (!canceled[own]) {
          mine.respondWithNewView(chunk);
        }
        this.#pullAgain();
      }),
      close: (chunk) => {
        this.reading = false;
        if (!canceled[own]) mine.close();
        if (!canceled[other]) theirs.close();
        if (chunk !== undefined) {
          if (!canceled[own]) mine.respondWithNewView(chunk);
          if (!canceled[other] && theirs.pending.length > 0) theirs.respond(0);
        }
        if (!canceled[own] || !canceled[other]) outcome.resolve();
      },
      error: () => { this.reading = false; },
    });
  }
}

function teeBytes(stream) {
  return new ByteTee(stream).branches;
}

module.exports = { tee };

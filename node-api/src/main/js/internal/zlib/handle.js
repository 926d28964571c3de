// What a stream of zlib holds in `_handle`: a codec of the host, with the calls Node's has, because packages make them.

const binding = internalBinding('zlib');
const { currentFrame, withFrame } = require('internal/async_context');

class Zlib {
  #codec;
  #state;
  #done;
  onerror;

  /**
   * @param codec of the binding
   * @param state receives what is left of output and input
   * @param done called after each asynchronous write that did not fail
   */
  constructor(codec, state, done) {
    this.#codec = codec;
    this.#state = state;
    this.#done = done;
  }

  write(flush, input, inOffset, inLength, output, outOffset, outLength) {
    const frame = currentFrame();
    binding.write(this.#codec, flush, input, inOffset, inLength, output, outOffset, outLength, this.#state, (message, errno, code) => {
      withFrame(frame, () => {
        if (message === undefined) this.#done();
        else this.onerror(message, errno, code);
      });
    });
  }

  writeSync(flush, input, inOffset, inLength, output, outOffset, outLength) {
    this.#check(binding.write(this.#codec, flush, input, inOffset, inLength, output, outOffset, outLength, this.#state));
  }

  params(level, strategy) { this.#check(binding.params(this.#codec, level, strategy)); }
  reset() { this.#check(binding.reset(this.#codec)); }
  close() { binding.close(this.#codec); }

  #check(failure) {
    if (failure !== undefined) this.onerror(...failure);
  }
}

module.exports = { Zlib };

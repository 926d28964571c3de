// A sensor gateway: reads a BME280 over I2C, smooths its temperatures in WebAssembly, drives an LED, counts button
// presses, logs JSON lines and serves the readings over HTTP.
//
//   ledge gateway.mjs [--samples N] [--interval MS] [--port P] [--threshold °C]
import { createServer } from "node:http";
import I2C from "embedded:io/i2c";
import { Button, LED } from "diozero";
import { memory, samples as samplesAt, smooth } from "./filter.wasm";

const WINDOW = 8;
const KEPT = 100;

/** The BME280 behind one I2C address; its registers and formulas are those of the datasheet (BST-BME280-DS001, §4.2, §5.4). */
class Bme280 {
  static #CHIP_ID = 0x60;
  #bus;
  #calibration;
  #fineTemperature = 0;

  constructor(options) {
    this.#bus = new I2C({ hz: 400_000, address: 0x76, ...options });
    try {
      const [id] = this.#read(0xd0, 1);
      if (id !== Bme280.#CHIP_ID) throw new Error(`no BME280 at 0x76: chip id 0x${id.toString(16)}`);
      this.#calibration = this.#readCalibration();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #read(register, count) {
    this.#bus.write(Uint8Array.of(register), false);
    return new Uint8Array(this.#bus.read(count));
  }

  #readCalibration() {
    const low = new DataView(this.#read(0x88, 26).buffer);
    const high = new DataView(this.#read(0xe1, 7).buffer);
    const signed12 = (value) => (value << 20) >> 20;
    return {
      t: [low.getUint16(0, true), low.getInt16(2, true), low.getInt16(4, true)],
      p: [low.getUint16(6, true), ...Array.from({ length: 8 }, (_, i) => low.getInt16(8 + 2 * i, true))],
      h: [
        low.getUint8(25), high.getInt16(0, true), high.getUint8(2),
        signed12((high.getUint8(3) << 4) | (high.getUint8(4) & 0xf)),
        signed12((high.getUint8(5) << 4) | (high.getUint8(4) >> 4)),
        high.getInt8(6),
      ],
    };
  }

  /** One forced measurement: °C, hPa, %. */
  async measure() {
    this.#bus.write(Uint8Array.of(0xf2, 1));          // humidity × 1
    this.#bus.write(Uint8Array.of(0xf4, 0b001_001_01)); // temperature × 1, pressure × 1, forced
    for (let tries = 0; this.#read(0xf3, 1)[0] & 0b1000; tries++) {
      if (tries === 50) throw new Error("BME280 does not finish its measurement");
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const raw = this.#read(0xf7, 8);
    const temperature = this.#temperature((raw[3] << 12) | (raw[4] << 4) | (raw[5] >> 4));
    const pressure = this.#pressure((raw[0] << 12) | (raw[1] << 4) | (raw[2] >> 4));
    const humidity = this.#humidity((raw[6] << 8) | raw[7]);
    return { temperature, pressure, humidity };
  }

  #temperature(adc) {
    const [t1, t2, t3] = this.#calibration.t;
    const first = (((adc >> 3) - (t1 << 1)) * t2) >> 11;
    const second = (((((adc >> 4) - t1) * ((adc >> 4) - t1)) >> 12) * t3) >> 14;
    this.#fineTemperature = first + second;
    return ((this.#fineTemperature * 5 + 128) >> 8) / 100;
  }

  #pressure(adc) {
    const [p1, p2, p3, p4, p5, p6, p7, p8, p9] = this.#calibration.p.map(BigInt);
    let a = BigInt(this.#fineTemperature) - 128000n;
    let b = a * a * p6 + ((a * p5) << 17n) + (p4 << 35n);
    a = ((a * a * p3) >> 8n) + ((a * p2) << 12n);
    a = (((1n << 47n) + a) * p1) >> 33n;
    if (a === 0n) return NaN;
    let p = (((1048576n - BigInt(adc)) << 31n) - b) * 3125n / a;
    b = (p8 * p) >> 19n;
    a = (p9 * (p >> 13n) * (p >> 13n)) >> 25n;
    p = ((p + a + b) >> 8n) + (p7 << 4n);
    return Number(p) / 25600;
  }

  #humidity(adc) {
    const [h1, h2, h3, h4, h5, h6] = this.#calibration.h;
    let v = this.#fineTemperature - 76800;
    v = (((adc << 14) - (h4 << 20) - h5 * v + 16384) >> 15)
      * (((((((v * h6) >> 10) * (((v * h3) >> 11) + 32768)) >> 10) + 2097152) * h2 + 8192) >> 14);
    v -= ((((v >> 15) * (v >> 15)) >> 7) * h1) >> 4;
    return (Math.min(Math.max(v, 0), 419430400) >> 12) / 1024;
  }

  close() {
    this.#bus.close();
  }
}

function parseArguments(given) {
  const options = { samples: Infinity, interval: 500, port: 8080, threshold: 24 };
  for (let i = 0; i < given.length; i += 2) {
    const name = given[i].replace(/^--/, "");
    const value = Number(given[i + 1]);
    if (!Object.hasOwn(options, name) || !(value >= 0)) {
      console.error(`usage: gateway.mjs [--samples N] [--interval MS] [--port P] [--threshold °C]`);
      process.exit(2);
    }
    options[name] = value;
  }
  return options;
}

/** A mean of the last temperatures, computed by the WebAssembly module in its own memory. */
function smoothed(temperatures) {
  const window = temperatures.slice(-WINDOW);
  new Float64Array(memory.buffer, samplesAt, window.length).set(window);
  return smooth(samplesAt, window.length);
}

const options = parseArguments(process.argv.slice(2));
const led = new LED(17);
const button = new Button(27);
const readings = [];
const temperatures = [];
let presses = 0;
button.whenPressed(() => presses++);

const server = createServer((request, response) => {
  const answer = { "/readings": () => readings, "/health": () => ({ status: "ok", readings: readings.length, presses }) }[request.url];
  response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(answer ? answer() : { error: `no ${request.url} here` }) + "\n");
});
server.on("error", (error) => stop(1, `gateway: ${error.message}`));

let sensor;
let timer;
let taken = 0;
let stopped = false;

async function sample() {
  try {
    sensor ??= new Bme280({ data: 2, clock: 3 });
    const { temperature, pressure, humidity } = await sensor.measure();
    if (stopped) return;
    temperatures.push(temperature);
    const mean = smoothed(temperatures);
    led.setOn(mean > options.threshold);
    const reading = { n: taken + 1, temperature, smoothed: +mean.toFixed(3), pressure: +pressure.toFixed(2), humidity: +humidity.toFixed(2), led: led.isOn() };
    readings.push(reading);
    if (readings.length > KEPT) readings.shift();
    if (temperatures.length > WINDOW) temperatures.shift();
    console.log(JSON.stringify(reading));
  } catch (error) {
    if (stopped) return; // the sensor was closed while it measured
    console.log(JSON.stringify({ n: taken + 1, error: error.message }));
    sensor?.close();
    sensor = undefined;
  }
  if (++taken >= options.samples) stop(0);
  else timer = setTimeout(sample, options.interval);
}

function stop(code, message) {
  if (stopped) return;
  stopped = true;
  if (message) console.error(message);
  clearTimeout(timer);
  sensor?.close();
  led.off();
  led.close();
  button.close();
  server.close();
  server.closeAllConnections();
  process.exitCode = code;
}

process.on("SIGTERM", () => stop(0));
process.on("SIGINT", () => stop(0));
server.listen(options.port, () => sample());

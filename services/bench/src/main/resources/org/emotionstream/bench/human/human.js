// Measures @vladmandic/human over all pictures of a folder, as KernelsMain measures our steps. Argument: the folder.
// Prints a line for each figure: its name, a tab, and its value. CPU is that of all threads of this process.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const jpeg = require('jpeg-js');

const modules = path.join(__dirname, 'node_modules');
// The package exports this file under a name that Node does not accept.
const { Human } = require(path.join(modules, '@vladmandic/human/dist/human.node-wasm.js'));

// The models lie in the package, and Node's own fetch reads no files.
globalThis.fetch = async (url) => new Response(fs.readFileSync(new URL(url)));

const OFF = { enabled: false };
const human = new Human({
  backend: 'wasm', // In Node it has one thread.
  wasmPath: path.join(modules, '@tensorflow/tfjs-backend-wasm/dist/'),
  modelBasePath: `file://${path.join(modules, '@vladmandic/human/models/')}`,
  cacheSensitivity: 0, // No picture is answered with the faces of the one before.
  warmup: 'none',
  face: { detector: { maxDetected: 100 }, mesh: OFF, iris: OFF, description: OFF, emotion: { enabled: true } },
  body: OFF, hand: OFF, gesture: OFF, object: OFF, segmentation: OFF,
});

function cpuMillis() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measureRound(pictures) {
  const sums = { decode: 0, sum: 0, faces: 0 };
  for (const picture of pictures) {
    const start = cpuMillis();
    const { width, height, data } = jpeg.decode(picture, { useTArray: true, formatAsRGBA: false });
    const decoded = cpuMillis();
    const pixels = human.tf.tensor3d(data, [height, width, 3], 'int32');
    const result = await human.detect(pixels);
    if (result.error) throw new Error(result.error);
    pixels.dispose();
    sums.decode += decoded - start;
    sums.sum += cpuMillis() - start;
    sums.faces += result.face.length;
  }
  for (const name of Object.keys(sums)) sums[name] /= pictures.length;
  return sums;
}

// The rule of KernelFigures.
function agree(last, before) {
  return Math.abs(last.sum - before.sum) <= 0.03 * Math.min(last.sum, before.sum);
}

async function main(folder) {
  await human.load();
  const pictures = fs.readdirSync(folder).sort().map((name) => fs.readFileSync(path.join(folder, name)));
  const rounds = [];
  while (rounds.length < 3 || (rounds.length < 12 && !agree(rounds.at(-1), rounds.at(-2)))) {
    rounds.push(await measureRound(pictures));
  }
  const last = rounds.slice(-3);
  const median = (name) => last.map((round) => round[name]).sort((a, b) => a - b)[1];
  const figures = { decode: median('decode'), sum: median('sum'), rounds: rounds.length, faces: last[0].faces };
  for (const [name, value] of Object.entries(figures)) console.log(`${name}\t${value}`);
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exit(1);
});

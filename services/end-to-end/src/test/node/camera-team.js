// Puts bare pictures on images.raw and prints what emotions.final says of them, one JSON object a picture:
//
//   node camera-team.js HOST:PORT 5-ImageEmotions.avsc TOPIC-PREFIX PICTURE...
//
// It uses the schema file alone: no registry, nothing of ours. Ends with 1 when an answer is missing after
// two minutes.
'use strict';

const fs = require('fs');
const path = require('path');
const avro = require('avsc');
const { Kafka, logLevel } = require('kafkajs');

const [bootstrap, schemaFile, prefix, ...pictures] = process.argv.slice(2);
const imageEmotions = avro.Type.forSchema(JSON.parse(fs.readFileSync(schemaFile, 'utf8')));
const emotions = ['neutral', 'happy', 'sad', 'surprise', 'fear', 'disgust', 'anger', 'contempt', 'no-face'];

/** Avro's single-object encoding: C3 01, eight bytes of fingerprint, the message. */
function decode(bytes) {
  if (bytes[0] !== 0xc3 || bytes[1] !== 0x01) {
    throw new Error(`not Avro's single-object encoding: ${bytes.subarray(0, 2).toString('hex')}`);
  }
  return imageEmotions.fromBuffer(bytes.subarray(10));
}

/** Nine big-endian 32-bit floats by name; empty where no network ran. */
function byName(packed) {
  return Object.fromEntries(
    emotions.filter((_, i) => packed.length > 4 * i).map((name, i) => [name, packed.readFloatBE(4 * i)]));
}

async function main() {
  const kafka = new Kafka({ clientId: 'camera-team', brokers: [bootstrap], logLevel: logLevel.ERROR });
  const run = `camera-team-${process.pid}-${Date.now()}`;
  const missing = new Map(pictures.map((file) => [`${run}/${path.basename(file)}`, file]));

  const consumer = kafka.consumer({ groupId: run, readUncommitted: false });
  await consumer.connect();
  await consumer.subscribe({ topic: `${prefix}emotions.final`, fromBeginning: true });
  const answered = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer for ${[...missing.keys()]}`)), 120000).unref();
    consumer.run({
      eachMessage: async ({ message }) => {
        const key = message.key.toString();
        if (!key.startsWith(run)) return;
        const answer = decode(message.value);
        const faces = answer.faces.map((face) => ({
          box: face.box,
          status: face.status,
          emotion: face.emotion && face.emotion['org.emotionstream.schemas.Emotion'] || face.emotion,
          confidence: face.confidence,
          probabilities: byName(face.probabilities),
        }));
        console.log(JSON.stringify({ imageId: answer.imageId, key, status: answer.status, faces }));
        missing.delete(key);
        if (missing.size === 0) resolve();
      },
    }).catch(reject);
  });

  const producer = kafka.producer();
  await producer.connect();
  for (const [key, file] of missing) {
    await producer.send({ topic: `${prefix}images.raw`, messages: [{ key, value: fs.readFileSync(file) }] });
  }
  await producer.disconnect();
  await answered;
  await consumer.disconnect();
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

// A camera team and an analyst of another language on brokers that ask for a password over TLS:
//
//   node secured.js HOST:PORT CERTIFICATE.pem CAMERA.properties ANALYST.properties
//
// Prints one word a line for each thing tried: served or refused. The passwords are read from the files.
'use strict';

const fs = require('fs');
const { Kafka, logLevel } = require('kafkajs');

const [bootstrap, certificate, cameraFile, analystFile] = process.argv.slice(2);

/** The user and the password of a file of Kafka's own properties. */
function login(file) {
  const text = fs.readFileSync(file, 'utf8');
  return { username: text.match(/username="([^"]*)"/)[1], password: text.match(/password="([^"]*)"/)[1] };
}

function kafka(sasl, ssl) {
  return new Kafka({
    clientId: 'secured', brokers: [bootstrap], logLevel: logLevel.NOTHING,
    ssl, sasl: sasl && { mechanism: 'scram-sha-512', ...sasl },
    retry: { retries: 1 }, connectionTimeout: 10000,
  });
}

const tls = { ca: [fs.readFileSync(certificate)] };

async function write(client, topic) {
  const producer = client.producer();
  try {
    await producer.connect();
    await producer.send({ topic, messages: [{ key: 'node', value: 'no picture' }] });
  } finally {
    await producer.disconnect();
  }
}

/** Waits for one record. */
async function read(client, groupId, topic) {
  const consumer = client.consumer({ groupId, retry: { retries: 0, restartOnFailure: async () => false } });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise((resolve, reject) => {
      consumer.on(consumer.events.CRASH, (event) => reject(event.payload.error));
      setTimeout(() => reject(new Error('timeout')), 60000).unref();
      consumer.run({ eachMessage: async () => resolve() }).catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}

async function attempt(what, action) {
  try {
    await action();
    console.log(`${what} served`);
  } catch (error) {
    const why = error.name === 'KafkaJSNonRetriableError' ? error.message : error.name;
    console.log(`${what} refused ${error.type || why}`);
  }
}

async function main() {
  const camera = login(cameraFile);
  const analyst = login(analystFile);
  await attempt('camera-writes-raw', () => write(kafka(camera, tls), 'images.raw'));
  await attempt('camera-writes-final', () => write(kafka(camera, tls), 'emotions.final'));
  await attempt('analyst-reads-final', () => read(kafka(analyst, tls), 'analyst.node', 'emotions.final'));
  await attempt('analyst-reads-raw', () => read(kafka(analyst, tls), 'analyst.node2', 'images.raw'));
  await attempt('analyst-joins-landmarker', () => read(kafka(analyst, tls), 'landmarker', 'emotions.final'));
  await attempt('wrong-password', () => write(kafka({ ...camera, password: 'a guess' }, tls), 'images.raw'));
  await attempt('plaintext', () => write(kafka(undefined, false), 'images.raw'));
  process.exit(0);
}

main();

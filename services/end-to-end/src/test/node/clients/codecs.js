// Sends one picture with each codec by kafkajs: node codecs.js BROKER PICTURE ID_PREFIX
// kafkajs packs with gzip itself; the others are packages that it is given. What it names for lz4 and zstd is compiled at
// each installation, so others are taken here. Not every lz4 will do: Kafka reads frames of independent blocks only.
const { readFileSync } = require('fs');
const { Kafka, Partitioners, CompressionTypes, CompressionCodecs, logLevel } = require('kafkajs');
const lz4 = require('lz4-napi');
const zstd = require('@bokuweb/zstd-wasm');

CompressionCodecs[CompressionTypes.Snappy] = require('kafkajs-snappy');
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: (encoder) => lz4.compressFrame(encoder.buffer),
  decompress: (buffer) => lz4.decompressFrame(buffer),
});
CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: async (encoder) => Buffer.from(zstd.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(zstd.decompress(buffer)),
});

async function main([broker, path, prefix]) {
  await zstd.init();
  const picture = readFileSync(path);
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    for (const codec of ['None', 'GZIP', 'Snappy', 'LZ4', 'ZSTD']) {
      const messages = [{ key: prefix + codec.toLowerCase(), value: picture }];
      await producer.send({ topic: 'images.raw', acks: -1, compression: CompressionTypes[codec], messages });
    }
  } finally {
    await producer.disconnect();
  }
}

main(process.argv.slice(2));

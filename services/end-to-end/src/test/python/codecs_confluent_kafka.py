"""Sends one picture with each codec by librdkafka: codecs_confluent_kafka.py BROKER PICTURE ID_PREFIX"""
import sys

from confluent_kafka import Producer

broker, path, prefix = sys.argv[1:]
with open(path, "rb") as file:
    picture = file.read()
errors = []
for codec in ("none", "gzip", "snappy", "lz4", "zstd"):
    producer = Producer({
        "bootstrap.servers": broker,
        "message.max.bytes": 17_000_000,
        "compression.type": codec,
        "message.timeout.ms": 60_000,
    })
    producer.produce(
        "images.raw", picture, key=prefix + codec, on_delivery=lambda error, message: error and errors.append(error)
    )
    producer.flush()
if errors:
    sys.exit(str(errors))

"""Sends one picture with each codec by kafka-python: codecs_kafka_python.py BROKER PICTURE ID_PREFIX"""
import sys

from kafka import KafkaProducer

broker, path, prefix = sys.argv[1:]
with open(path, "rb") as file:
    picture = file.read()
for codec in (None, "gzip", "snappy", "lz4", "zstd"):
    producer = KafkaProducer(bootstrap_servers=broker, acks="all", max_request_size=17_000_000, compression_type=codec)
    key = (prefix + (codec or "none")).encode()
    print(producer.send("images.raw", key=key, value=picture).get(timeout=60))
    producer.close()

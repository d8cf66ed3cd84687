#!/bin/sh
# In the build stage: what does not depend on our sources. The Java runtime without compiler and tools, and the
# 68-point model with its terms, below the folder that is named.
set -eu
out=$1

# All that Java SE says, since libraries ask for parts of it by reflection; and what Kafka, Quarkus and JavaCPP use beyond.
modules=java.se,jdk.unsupported,jdk.management,jdk.crypto.ec,jdk.zipfs,jdk.net,jdk.naming.dns,jdk.security.auth
mkdir -p "$out"
jlink --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress=2 --output "$out/jre"
# Debian keeps the certificates of authorities elsewhere, and jlink takes a link that leads nowhere.
rm -f "$out/jre/lib/security/cacerts"
cp -L /etc/ssl/certs/java/cacerts "$out/jre/lib/security/cacerts"
# Only these are ever run; keytool makes the keys of a broker that asks for passwords.
find "$out/jre/bin" -type f ! -name java ! -name keytool -delete
# Classes of the JDK, ready to map: half a second less at each start.
"$out/jre/bin/java" -XX:+UseSerialGC -Xshare:dump >/dev/null

mkdir -p "$out/model"
cp /usr/share/dlib/shape_predictor_68_face_landmarks.dat "$out/model/"
cp /usr/share/doc/libdlib-data/copyright "$out/model/shape_predictor_68_face_landmarks.copyright"
chmod -R a+rX "$out"

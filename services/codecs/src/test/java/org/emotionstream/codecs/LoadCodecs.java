package org.emotionstream.codecs;

/** A process that loads the codecs and prints what came of it. */
final class LoadCodecs {
    private LoadCodecs() {}

    public static void main(String[] arguments) {
        try {
            Codecs.load();
            System.out.println("all codecs work");
        } catch (CodecException e) {
            System.out.println(e.getMessage());
        }
    }
}

package org.emotionstream.endtoend.faults.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** One direction of a connection. */
record Pipe(Socket from, Socket to, Disturbance disturbance, Consumer<Socket> whenEnded) implements Runnable {
    private static final int BYTES = 64 * 1024;

    @Override
    public void run() {
        try {
            pass();
        } catch (IOException e) {
            return; // one side is gone, and below the other one too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            whenEnded.accept(from);
            whenEnded.accept(to);
        }
    }

    private void pass() throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[BYTES];
        int read = in.read(bytes);
        while (read >= 0) {
            disturbance.await(System.nanoTime());
            out.write(bytes, 0, read);
            out.flush();
            read = in.read(bytes);
        }
    }
}

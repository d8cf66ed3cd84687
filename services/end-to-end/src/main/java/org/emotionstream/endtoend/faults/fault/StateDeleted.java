package org.emotionstream.endtoend.faults.fault;

/** The stores of the combiner are gone when it comes back: once after a graceful stop, once after a kill. */
public final class StateDeleted implements Fault {
    private static final String COMBINER = "combiner";

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        int inFlight = scene.awaitInFlight();
        scene.chain().service(COMBINER).stop();
        scene.chain().deleteCombinerState();
        scene.chain().service(COMBINER).start();
        injections.injected(inFlight);
        injections.recovered(scene.recover());
        Kills.kill(scene, injections, COMBINER, scene.chain()::deleteCombinerState);
        injections.recovered(scene.recover());
        scene.chain().awaitReady(COMBINER);
    }
}

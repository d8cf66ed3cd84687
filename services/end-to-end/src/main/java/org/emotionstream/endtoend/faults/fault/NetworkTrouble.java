package org.emotionstream.endtoend.faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionstream.endtoend.faults.network.TcpProxy;
import org.emotionstream.endtoend.faults.processes.Until;
import org.emotionstream.localbroker.ClusterNode;

/**
 * Between some of the services and the brokers the network is slow, then stands still for longer than a
 * session lasts, then is cut again and again.
 */
public final class NetworkTrouble implements Fault {
    private static final List<String> SERVICES = List.of("featurizer", "cnn-worker-model-3", "combiner");
    private static final Duration DELAY = Duration.ofMillis(80);
    private static final Duration STANDSTILL = Duration.ofSeconds(12);
    private static final int CUTS = 5;

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        List<TcpProxy> proxies = new ArrayList<>();
        try {
            for (ClusterNode node : scene.cluster().nodes()) {
                proxies.add(new TcpProxy(node.proxyPort(), node.proxiedPort()));
            }
            for (String service : SERVICES) {
                scene.chain()
                        .restart(
                                service,
                                Map.of(
                                        "emotionstream.bootstrap-servers",
                                        scene.cluster().proxiedServers()));
            }
            scene.recover();
            slow(scene, injections, proxies);
            standStill(scene, injections, proxies);
            cut(scene, injections, proxies);
            for (String service : SERVICES) {
                scene.chain().restart(service, Map.of());
            }
        } finally {
            proxies.forEach(TcpProxy::close);
        }
    }

    private static void slow(Scene scene, Injections injections, List<TcpProxy> proxies) throws InterruptedException {
        injections.injected(scene.awaitInFlight());
        proxies.forEach(proxy -> proxy.delay(DELAY));
        Until.outageIsOver(scene.scale().networkFault());
        proxies.forEach(proxy -> proxy.delay(Duration.ZERO));
        injections.recovered(scene.recover());
    }

    private static void standStill(Scene scene, Injections injections, List<TcpProxy> proxies)
            throws InterruptedException {
        injections.injected(scene.awaitInFlight());
        proxies.forEach(TcpProxy::standStill);
        Until.outageIsOver(STANDSTILL);
        proxies.forEach(TcpProxy::goOn);
        injections.recovered(scene.recover());
    }

    private static void cut(Scene scene, Injections injections, List<TcpProxy> proxies) throws InterruptedException {
        for (int i = 0; i < CUTS; i++) {
            injections.injected(scene.awaitInFlight());
            proxies.forEach(TcpProxy::cut);
            Until.outageIsOver(scene.scale().networkFault().dividedBy(CUTS));
        }
        injections.recovered(scene.recover());
    }
}

package org.emotionstream.endtoend.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.emotionstream.cli.chain.ChainFolders;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.pictures.DefaultPictures;
import org.emotionstream.endtoend.faults.count.AuditProcess;
import org.emotionstream.endtoend.faults.count.StreamCount;
import org.emotionstream.endtoend.faults.count.StreamRecords;
import org.emotionstream.endtoend.faults.count.TopicReader;
import org.emotionstream.endtoend.faults.count.UndisturbedResults;
import org.emotionstream.endtoend.faults.fault.Fault;
import org.emotionstream.endtoend.faults.fault.Injections;
import org.emotionstream.endtoend.faults.fault.OwnChain;
import org.emotionstream.endtoend.faults.fault.Scale;
import org.emotionstream.endtoend.faults.fault.Scene;
import org.emotionstream.endtoend.faults.processes.Folders;
import org.emotionstream.endtoend.faults.processes.LocalCluster;
import org.emotionstream.endtoend.faults.stream.FaceCrops;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.endtoend.faults.stream.StreamSender;
import org.emotionstream.events.inspection.TopicException;
import org.emotionstream.schemas.FaceEmotion;

/** Three brokers and a chain of their own, an undisturbed run, and then the faults, one after the other. */
public final class FaultRun implements AutoCloseable {
    private static final int WARM_UP_ANSWERS = 20;

    private final Checkout checkout;
    private final Path folder;
    private final Scale scale;
    private final Random random;
    private final Consumer<String> progress;
    private final LocalCluster cluster;
    private final Scene scene;
    private final UndisturbedResults undisturbed = new UndisturbedResults();
    private List<byte[]> pictures = List.of();
    private volatile Optional<Scene> ownScene = Optional.empty();
    private boolean closed;

    /**
     * Starts brokers and services.
     *
     * @param folder for all that they write; emptied first, and at the end but for the logs
     * @param progress told how it goes, a line each
     */
    public FaultRun(Checkout checkout, Path folder, Scale scale, long seed, Consumer<String> progress)
            throws InterruptedException {
        this.checkout = checkout;
        this.random = new Random(seed);
        this.folder = folder;
        this.scale = scale;
        this.progress = progress;
        ChainFolders.deleteTree(folder);
        cluster = new LocalCluster(checkout, folder, progress);
        try {
            cluster.start();
            progress.accept("three brokers serve: " + cluster.bootstrapServers());
            scene = scene(new OwnChain("", Map.of(), Map.of()));
        } catch (RuntimeException | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    private Scene scene(OwnChain own) {
        return new Scene(checkout, folder.resolve("chain" + own.prefix()), cluster, own, scale, random, progress);
    }

    /** Starts the chain, cuts the pictures, and runs the stream once with nothing that disturbs it. */
    public Row undisturbed() throws InterruptedException {
        start();
        return undisturbed("undisturbed");
    }

    /** Runs the stream once with the other release and nothing that disturbs it. */
    private Row undisturbedOther() throws InterruptedException {
        StreamSender meanwhile =
                scene.send(new KnownStream("roll-forth", pictures), Integer.MAX_VALUE, scale.perSecond());
        scene.release().roll(scene.release().other());
        finish(scene, new Undisturbed(), new Injections(), meanwhile);
        Row row = undisturbed("undisturbed-" + scene.release().other());
        StreamSender back = scene.send(new KnownStream("roll-back", pictures), Integer.MAX_VALUE, scale.perSecond());
        scene.release().roll(scene.release().usual());
        finish(scene, new Undisturbed(), new Injections(), back);
        return row;
    }

    private void start() throws InterruptedException {
        scene.chain().start();
        progress.accept("the seven services are ready");
        pictures = pictures();
    }

    private Row undisturbed(String name) throws InterruptedException {
        KnownStream stream = new KnownStream(name, pictures);
        StreamSender sender = scene.send(stream, stream.wholeRound(), scale.perSecond() * 2);
        scene.awaitSent(stream.wholeRound());
        Row row = finish(scene, new Undisturbed(), new Injections(), sender);
        int known = undisturbed.known(scene.watch().lastRelease());
        if (known < pictures.size()) {
            throw new IllegalStateException("the undisturbed run has answered " + known + " of " + pictures.size()
                    + " pictures: " + row.text());
        }
        return row;
    }

    private record Undisturbed() implements Fault {
        @Override
        public void inject(Scene scene, Injections injections) {
            // that is the point of it
        }
    }

    /** Sends a stream, injects this fault, and counts. */
    public Row run(Fault fault) throws InterruptedException {
        if (fault.rollsReleases()) {
            Row other = undisturbedOther();
            progress.accept(other.text());
        }
        Optional<OwnChain> own = fault.ownChain();
        if (own.isEmpty()) {
            return run(fault, scene);
        }
        try (Scene other = scene(own.get())) {
            // Who interrupts us does not come by here again: it closes what is noted.
            ownScene = Optional.of(other);
            other.chain().start();
            return run(fault, other);
        }
    }

    private Row run(Fault fault, Scene scene) throws InterruptedException {
        Injections injections = new Injections();
        StreamSender sender = scene.send(fault.stream(pictures), Integer.MAX_VALUE, fault.perSecond(scale));
        List<String> complaints = new ArrayList<>();
        try {
            scene.awaitAnswered(WARM_UP_ANSWERS);
            fault.inject(scene, injections);
        } catch (IllegalStateException | TopicException e) {
            // The other faults are of interest too; this row is not clean.
            complaints.add("it was not carried through: " + e.getMessage());
            scene.mend();
        }
        if (sender.acknowledged() < scale.leastRecords()) {
            scene.awaitSent(scale.leastRecords() - sender.acknowledged());
        }
        Row row = finish(scene, fault, injections, sender);
        complaints.addAll(row.complaints());
        return new Row(fault, injections, row.tally(), complaints);
    }

    private Row finish(Scene scene, Fault fault, Injections injections, StreamSender sender)
            throws InterruptedException {
        sender.close();
        boolean drained = scene.drains(fault.isLongerThanHorizon());
        KnownStream stream = sender.stream();
        StreamRecords records = StreamRecords.read(new TopicReader(cluster.bootstrapServers()), scene.topics(), stream);
        if (fault instanceof Undisturbed) {
            records.finals()
                    .forEach((identity, answers) -> undisturbed.add(stream.pictureOf(identity), answers.get(0)));
        }
        StreamCount.Tally tally = StreamCount.of(stream, sender.taken(), records, undisturbed);
        List<String> complaints = new ArrayList<>(Row.complaints(fault, injections, tally, drained));
        if (!(fault instanceof Undisturbed)) {
            new AuditProcess(checkout, cluster.bootstrapServers(), scene.topics())
                    .complaint()
                    .ifPresent(complaints::add);
        }
        return new Row(fault, injections, tally, complaints);
    }

    /** Crops of the faces that the chain itself finds in the photographs of dlib's package. */
    private List<byte[]> pictures() throws InterruptedException {
        List<byte[]> photographs = photographs();
        KnownStream stream = new KnownStream("photographs", photographs);
        try (StreamSender sender = scene.send(stream, photographs.size(), scale.perSecond())) {
            scene.awaitSent(photographs.size());
        }
        scene.drains(false);
        FaceCrops crops = new FaceCrops();
        StreamRecords.read(new TopicReader(cluster.bootstrapServers()), scene.topics(), stream)
                .finals()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(identity -> identity.imageId())))
                .forEach(entry -> crops.add(
                        photographs.get(stream.pictureOf(entry.getKey())),
                        entry.getValue().get(0).getFaces().stream()
                                .map(FaceEmotion::getBox)
                                .toList()));
        return crops.pictures(scale.pictures());
    }

    private List<byte[]> photographs() {
        List<byte[]> photographs = new ArrayList<>();
        try {
            for (Path file : new DefaultPictures(checkout.root().resolve(".emotionstream/pictures"), progress).find()) {
                photographs.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a photograph", e);
        }
        return photographs;
    }

    /** Kills what runs and deletes what it wrote; the logs stay. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ownScene.ifPresent(Scene::close);
        scene.close();
        cluster.close();
        Folders.deleteButLogs(folder);
    }
}

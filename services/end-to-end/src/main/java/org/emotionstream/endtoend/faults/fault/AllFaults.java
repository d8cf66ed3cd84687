package org.emotionstream.endtoend.faults.fault;

import java.util.ArrayList;
import java.util.List;

/** All faults, in the order in which they run. */
public final class AllFaults {
    private AllFaults() {}

    /** The faults of the short or the long form. */
    public static List<Fault> of(Scale scale) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new KilledInTurn());
        faults.add(new KilledAtRandom());
        faults.add(new StateDeleted());
        faults.add(new RebalanceStorm());
        faults.add(new BrokerKilled());
        faults.add(new NetworkTrouble());
        if (scale.isLong()) {
            faults.add(new ReleasesRolled());
            faults.add(new CombinerDiskFull());
            faults.add(new BrokersAway());
            faults.add(new BrokerDiskFull());
            faults.add(new ClockOff());
            faults.add(new RegistryAway());
            faults.add(new UnreadableBatch());
            faults.add(new HorizonChanged());
            faults.add(new CatchingUp());
            faults.add(new OneId());
            faults.add(new Overload());
        }
        faults.add(new WorkerFrozen());
        if (scale.isLong()) {
            faults.add(new CombinerFrozen());
            faults.add(new BeyondHorizon());
        }
        return List.copyOf(faults);
    }
}

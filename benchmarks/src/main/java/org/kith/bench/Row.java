package org.kith.bench;

import java.util.List;
import java.util.Optional;

/** One line of the table: what is measured, against what, and which ratio is wanted. */
public interface Row {
    /** Short and permanent, to be named on the command line: {@code append-1}. */
    String id();

    String measured();

    String peer();

    /** The limit as the table shows it: {@code ≥ 0.8}. */
    String wanted();

    /** What must be on the machine and is not, with the remedy; empty when the row can run. */
    Optional<String> missing();

    /** At least five pairs, measured in turn: ours, peer, ours, peer … */
    List<Pair> measure() throws Exception;

    /** Rates or times in one unit, for ours and for the peer. */
    record Pair(double ours, double peer) {
        public double ratio() {
            return ours / peer;
        }
    }
}

package org.kith.reporting.ingesting;

/** Another process has read on in a partition that this one believed to be its own; nothing of the batch may stand. */
final class PartitionLost extends RuntimeException {
    PartitionLost() {
        super("a position has been moved by another process", null, false, false);
    }
}

package org.kith.eventstore;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns the stored data of one version into the next version's. Pure; may change the node it is given. */
@FunctionalInterface
public interface Upcaster {
    ObjectNode next(ObjectNode data);
}

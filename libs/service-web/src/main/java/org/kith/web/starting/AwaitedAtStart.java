package org.kith.web.starting;

/** Something that a service must have done before it may answer: until then it is not ready, and says so with 503. A bean. */
public interface AwaitedAtStart {
    String name();

    /** Asked with each request until it says yes for the first time, so a memory read. */
    boolean done();
}

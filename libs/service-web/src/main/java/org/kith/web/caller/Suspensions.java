package org.kith.web.caller;

/** Who may not come in at the moment although their token is good: it was given before they were suspended. Asked at each request. */
public interface Suspensions {
    boolean covers(Caller caller);
}

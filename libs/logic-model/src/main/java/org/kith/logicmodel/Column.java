package org.kith.logicmodel;

/** A column of the model as its funder drew it: {@code outputs}, "How we will know we have done it (outputs)". */
public record Column(String id, String heading) {}

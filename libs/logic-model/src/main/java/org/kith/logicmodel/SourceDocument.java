package org.kith.logicmodel;

/**
 * The document that a model was taken from.
 *
 * @param seed its number among the seed documents
 * @param dated as precisely as the document dates itself: a year, a year and month, or {@code not dated}
 */
public record SourceDocument(String seed, String title, String dated) {}

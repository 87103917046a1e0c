package org.kith.web.problem;

import jakarta.inject.Singleton;
import java.util.SortedSet;
import org.kith.web.operation.Operations;

/** What the framework refuses before any resource is reached, said with what would have been taken. */
@Singleton
final class Refusals {
    private final Operations operations;

    Refusals(Operations operations) {
        this.operations = operations;
    }

    /** A path of several classes is told to be none when the last of them has not the method; it is one all the same. */
    ProblemException of(int status, String method, String path) {
        if (status == 415) return Problems.unsupportedMediaType(operations.consumes(method, path));
        if (status != 404 && status != 405) return new ProblemException(StatusProblems.of(status));
        SortedSet<String> methods = operations.methods(path);
        return methods.isEmpty() || methods.contains(method) ? new ProblemException(StatusProblems.of(status)) : Problems.methodNotAllowed(methods);
    }
}

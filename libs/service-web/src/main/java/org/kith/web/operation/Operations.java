package org.kith.web.operation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every operation of this service. The framework refuses a request without saying what it would have taken; this knows. */
@Singleton
public final class Operations {
    private final BeanManager beans;
    private volatile @Nullable List<Operation> all;

    Operations(BeanManager beans) {
        this.beans = beans;
    }

    /** Methods that a path has, HEAD with GET and OPTIONS with any; empty where there is no such path. */
    public SortedSet<String> methods(String path) {
        var methods = new TreeSet<String>();
        for (Operation one : all()) if (one.isAt(path)) methods.add(one.method());
        if (methods.contains(HttpMethod.GET)) methods.add(HttpMethod.HEAD);
        if (!methods.isEmpty()) methods.add(HttpMethod.OPTIONS);
        return methods;
    }

    /** Media types that can be sent to a path with a method. */
    public SortedSet<String> consumes(String method, String path) {
        var types = new TreeSet<String>();
        for (Operation one : all()) if (one.method().equals(method) && one.isAt(path)) types.addAll(one.consumes());
        return types;
    }

    /** Read when first asked for: most services are never asked wrongly before they are stopped. */
    private List<Operation> all() {
        var known = all;
        if (known == null) {
            known = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().<Class<?>>map(Bean::getBeanClass)
                    .filter(type -> type != null && type.isAnnotationPresent(Path.class)).distinct().flatMap(Operation::of).toList();
            all = known;
        }
        return known;
    }
}

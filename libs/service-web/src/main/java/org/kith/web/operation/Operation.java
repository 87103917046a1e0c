package org.kith.web.operation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One method of one path.
 *
 * @param path     every variable stands for one segment
 * @param consumes media types; empty when it reads none in particular
 */
record Operation(String method, Pattern path, List<String> consumes) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    static Stream<Operation> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verbs(method).map(verb -> new Operation(verb, pattern(path(resource) + path(method)), consumes(method, resource))));
    }

    boolean isAt(String asked) {
        return path.matcher(asked).matches();
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations()).map(one -> one.annotationType().getAnnotation(HttpMethod.class)).filter(Objects::nonNull).map(HttpMethod::value);
    }

    private static List<String> consumes(Method method, Class<?> resource) {
        return Stream.of(method, resource).map(element -> Optional.ofNullable(element.getAnnotation(Consumes.class))).flatMap(Optional::stream)
                .findFirst().map(consumes -> List.of(consumes.value())).orElse(List.of());
    }

    /** With a slash before it and none behind it; empty for none. */
    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        String bare = path == null ? "" : path.value().replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }

    private static Pattern pattern(String template) {
        var pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int from = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(template.substring(from, variable.start()))).append("[^/]+");
            from = variable.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(template.substring(from))).append("/?").toString());
    }
}

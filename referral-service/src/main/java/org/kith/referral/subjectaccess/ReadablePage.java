package org.kith.referral.subjectaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kith.web.checking.Shapes;

/** The export as one page of HTML that needs nothing else: whatever is in the JSON is on it, in words that a person reads. */
@Singleton
final class ReadablePage {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>What is held about a person</title>
            <style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem 1.5rem}\
            li{margin-bottom:1rem}pre{white-space:pre-wrap;font:inherit;margin:0}</style></head><body><main><h1>What is held about a person</h1>
            """;
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(Shapes.LONDON);

    private final ObjectMapper json;

    ReadablePage(ObjectMapper json) {
        this.json = json;
    }

    String of(Export export) {
        var page = new StringBuilder(HEAD);
        json.<JsonNode>valueToTree(export).properties().forEach(section -> {
            page.append("<h2>").append(words(section.getKey())).append("</h2>\n");
            append(page, section.getValue());
        });
        return page.append("</main></body></html>\n").toString();
    }

    private static void append(StringBuilder page, JsonNode node) {
        if (node.isNull() || node.isEmpty() && node.isContainerNode()) page.append("<p>Nothing</p>\n");
        else if (node.isObject()) {
            page.append("<dl>");
            node.properties().forEach(field -> {
                if (field.getValue().isNull()) return;
                page.append("<dt>").append(words(field.getKey())).append("</dt><dd>");
                append(page, field.getValue());
                page.append("</dd>\n");
            });
            page.append("</dl>\n");
        } else if (node.isArray()) {
            page.append("<ol>");
            node.forEach(item -> {
                page.append("<li>");
                append(page, item);
                page.append("</li>\n");
            });
            page.append("</ol>\n");
        } else page.append("<pre>").append(escaped(text(node))).append("</pre>");
    }

    private static String text(JsonNode node) {
        if (node.isBoolean()) return node.asBoolean() ? "yes" : "no";
        var text = node.asText();
        if (INSTANT.matcher(text).matches()) return MOMENT.format(Instant.parse(text));
        return DATE.matcher(text).matches() ? DAY.format(LocalDate.parse(text)) : text;
    }

    /** {@code birthDate} as "Birth date". */
    private static String words(String name) {
        var words = escaped(name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}

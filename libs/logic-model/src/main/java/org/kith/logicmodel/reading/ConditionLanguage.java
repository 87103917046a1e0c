package org.kith.logicmodel.reading;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.IN;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_AND;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_NOT;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LOGICAL_OR;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.NOT_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.STARTS_WITH;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kith.logicmodel.Fact;
import org.kith.logicmodel.reading.EventVocabulary.FieldType;

/**
 * CEL as far as a condition may use it. Each field is a variable of its own, {@code event.kind}, so that the checker
 * refuses what is compared with the wrong type. A text that an event does not have is the empty text; a condition on a
 * number or date that it does not have does not hold. Dates are texts as 2025-04-01, which sort as dates do.
 */
final class ConditionLanguage {
    private static final String EVENT = "event.";
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();
    /**
     * What nearly every condition makes do with. The checker declares all that it knows anew for each check, which costs several times
     * the check itself. Each of these stands here with every overload, so that what is said in them alone means what it means among all.
     */
    private static final CelStandardDeclarations USUAL = CelStandardDeclarations.newBuilder()
            .includeFunctions(EQUALS, NOT_EQUALS, IN, LOGICAL_AND, LOGICAL_OR, LOGICAL_NOT, STARTS_WITH)
            .build();

    private final Map<String, FieldType> fields;
    private final CelCompiler usual;

    ConditionLanguage(Map<String, FieldType> fields) {
        this.fields = Map.copyOf(fields);
        this.usual = compiler(standard().setStandardEnvironmentEnabled(false).setStandardDeclarations(USUAL));
    }

    CelValidationResult parse(String condition) {
        return usual.parse(condition);
    }

    /** What is refused is refused by the whole of CEL, and in its words. */
    CelValidationResult check(CelAbstractSyntaxTree parsed) {
        var checked = usual.check(parsed);
        return checked.hasError() ? compiler(standard()).check(parsed) : checked;
    }

    boolean isDate(String field) {
        return fields.get(field) == FieldType.DATE;
    }

    Predicate<Fact> predicate(CelAbstractSyntaxTree checked) throws CelValidationException {
        try {
            var program = RUNTIME.createProgram(checked);
            return fact -> {
                try {
                    return Boolean.TRUE.equals(program.eval(name -> value(fact, name.substring(EVENT.length()))));
                } catch (CelEvaluationException e) {
                    return false;
                }
            };
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException("a checked condition cannot be made ready", e);
        }
    }

    private Optional<Object> value(Fact fact, String field) {
        var value = switch (field) {
            case "occurredOn" -> fact.occurredOn().toString();
            case "area" -> fact.area();
            case "provider" -> fact.provider();
            default -> fact.data().get(field);
        };
        return Optional.ofNullable(value == null ? absent(fields.get(field)) : value(value));
    }

    private static Object value(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case BigDecimal number -> number.doubleValue();
            default -> value;
        };
    }

    private static @Nullable Object absent(@Nullable FieldType type) {
        return switch (type) {
            case TEXT -> "";
            case TEXTS -> List.of();
            case null, default -> null;
        };
    }

    private static CelCompilerBuilder standard() {
        return CelCompilerFactory.standardCelCompilerBuilder().setStandardMacros(CelStandardMacro.STANDARD_MACROS).setResultType(SimpleType.BOOL);
    }

    private CelCompiler compiler(CelCompilerBuilder builder) {
        fields.forEach((name, type) -> builder.addVar(EVENT + name, celType(type)));
        return builder.build();
    }

    private static CelType celType(FieldType type) {
        return switch (type) {
            case TEXT, DATE -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case DECIMAL -> SimpleType.DOUBLE;
            case FLAG -> SimpleType.BOOL;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case OTHER -> SimpleType.DYN;
        };
    }
}

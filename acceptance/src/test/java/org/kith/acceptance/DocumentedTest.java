package org.kith.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published OpenAPI document says of every operation what somebody needs to call it. */
class DocumentedTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    /** Opened by a signature, or by an address that is a secret of its own. */
    private static final Set<String> OPEN = Set.of("deliverReferral", "readReplyLink", "replyByLink");

    private record Operation(String path, String method, JsonNode described) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final JsonNode document = Kith.json(
            given().baseUri(Platform.started().gateway()).get("/openapi.json").then().statusCode(200).extract().asString());

    @Test
    void every_reference_leads_somewhere() {
        var references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(one -> assertThat(document.at(one.substring(1)).isMissingNode()).as(one).isFalse());
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_a_section() {
        var sections = document.path("tags").findValuesAsText("name");
        assertThat(operations()).extracting(one -> one.described().path("operationId").asText()).doesNotContain("").doesNotHaveDuplicates();
        assertThat(operations()).allSatisfy(one -> {
            assertThat(one.described().path("summary").asText()).as(one.toString()).isNotBlank();
            assertThat(sections).as(one.toString()).contains(one.described().at("/tags/0").asText());
        });
    }

    @Test
    void every_operation_says_which_roles_may_and_only_what_is_opened_otherwise_needs_no_token() {
        assertThat(operations()).allSatisfy(one -> {
            var security = one.described().path("security");
            if (OPEN.contains(one.described().path("operationId").asText())) assertThat(security.isArray() && security.isEmpty()).isTrue();
            else assertThat(security.findValues("token")).as(one.toString()).isNotEmpty().allSatisfy(roles -> assertThat(roles).hasSize(1));
        });
    }

    @Test
    void every_parameter_is_described() {
        assertThat(operations()).allSatisfy(one -> {
            for (var parameter : one.described().path("parameters"))
                assertThat(resolve(parameter).path("description").asText()).as(one + " " + resolve(parameter).path("name").asText()).isNotBlank();
        });
    }

    @Test
    void every_answer_is_described_and_every_refusal_is_a_problem() {
        assertThat(operations()).allSatisfy(one -> one.described().path("responses").properties().forEach(answer -> {
            var described = resolve(answer.getValue());
            assertThat(described.path("description").asText()).as(one + " " + answer.getKey()).isNotBlank();
            var fhir = one.path().startsWith("/fhir/");
            var refused = fhir ? "/content/application~1fhir+json/schema/$ref" : "/content/application~1problem+json/schema/$ref";
            if (!answer.getKey().matches("[23].*"))
                assertThat(described.at(refused).asText()).as(one + " " + answer.getKey()).isEqualTo("#/components/schemas/" + (fhir ? "OperationOutcome" : "Problem"));
        }));
    }

    @Test
    void every_body_has_an_example_that_its_schema_allows() {
        assertThat(operations()).filteredOn(one -> one.described().has("requestBody")).isNotEmpty().allSatisfy(one -> {
            var content = one.described().at("/requestBody/content").elements().next();
            assertThat(content.has("example")).as(one.toString()).isTrue();
            assertThat(violations(content.path("schema"), content.path("example"))).as(one.toString()).isEmpty();
        });
    }

    @Test
    void the_example_of_a_referral_can_be_sent_as_it_stands() {
        var example = document.at("/paths/~1api~1referrals/post/requestBody/content/application~1json/example");
        Kith.as("partner").post("/api/referrals", example.toString()).then().statusCode(201);
    }

    private List<String> violations(JsonNode schema, JsonNode example) {
        // references lead into the document, so the schema stands in it
        var whole = (ObjectNode) new ObjectMapper().createObjectNode().setAll((ObjectNode) schema.deepCopy());
        whole.set("components", document.path("components"));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return registry.getSchema(whole.toString(), InputFormat.JSON).validate(example.toString(), InputFormat.JSON).stream().map(Object::toString).toList();
    }

    private List<Operation> operations() {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> all.add(new Operation(path.getKey(), operation.getKey(), operation.getValue()))));
        return all;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}

package org.passerelle.api;

import java.util.List;
import org.passerelle.notification.WebAddress;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Makes the API readable: a page for people, the OpenAPI description for machines, and a page for
/// each problem's type (OPS-03).
@Controller
public class ReferencePages {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final WebAddress site;

    ReferencePages(WebAddress site) {
        this.site = site;
    }

    /// @param verifying a request that can be copied, as is `redeeming`
    /// @param answer to it, in JSON
    public record ReferencePage(
            String verifying, String redeeming, String answer, List<Problem> problems) {
        public String plain(String said) {
            return withoutMarks(said);
        }
    }

    public record ProblemPage(Problem problem) {
        public String plain(String said) {
            return withoutMarks(said);
        }
    }

    /// Answers in JSON mark names of members; a page shows its own way.
    private static String withoutMarks(String said) {
        return said.replace("`", "");
    }

    public record ProblemsPage(List<Problem> problems) {}

    @GetMapping({"/api", "/api/docs"})
    String reference(Model model) {
        model.addAttribute(
                "page",
                new ReferencePage(verifying(), redeeming(), answer(), List.of(Problem.values())));
        return "api/reference";
    }

    @GetMapping("/api/openapi.yaml")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(YAML)
                .body(new ClassPathResource("api/openapi.yaml"));
    }

    @GetMapping("/problems")
    String problems(Model model) {
        model.addAttribute("page", new ProblemsPage(List.of(Problem.values())));
        return "api/problems";
    }

    @GetMapping("/problems/{code}")
    String problem(@PathVariable String code, Model model) {
        var problem =
                Problem.of(code)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", new ProblemPage(problem));
        return "api/problem";
    }

    private String verifying() {
        return """
        curl %s \\
          -H 'Authorization: Bearer psk_…' \\
          -H 'Content-Type: application/json' \\
          -d '{"token": "123a4567@1b234c5de6789000", "email": "mia@example.org"}'
        """
                .formatted(site.of(TokensApi.VERIFY));
    }

    private String redeeming() {
        return """
        curl %s \\
          -H 'Authorization: Bearer psk_…' \\
          -H 'Content-Type: application/json' \\
          -H 'Idempotency-Key: 5f0c…' \\
          -d '{"token": "123a4567@1b234c5de6789000"}'
        """
                .formatted(site.of(TokensApi.REDEEM));
    }

    /// Written from the very record that answers, so that the page cannot say other names.
    private static String answer() {
        var finding =
                new CheckAnswer.Finding("budget", "met", "Up to EUR 1,000,000", "Annual budget");
        var programme =
                new CheckAnswer.Programme(
                        "your-programme",
                        "Your donations",
                        "eligible",
                        "2026-01-01",
                        List.of(finding));
        return JSON.writeValueAsString(
                new CheckAnswer(
                        new CheckAnswer.Token("valid", "2027-01-21T18:34:37Z"),
                        new CheckAnswer.Organisation(
                                "Les Amis de la Forêt",
                                "LU",
                                List.of(new CheckAnswer.Identifier("LU-RCS", "F1234")),
                                new CheckAnswer.Qualification(
                                        "qualified", "2026-10-11T13:05:00Z", "2028-10-10")),
                        true,
                        List.of(programme),
                        true,
                        new CheckAnswer.Validated(
                                "2026-11-22T18:36:47Z", "2029-12-31", List.of("your-programme"))));
    }
}

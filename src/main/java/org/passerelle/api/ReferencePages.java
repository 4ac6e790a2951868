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

/// Makes the API readable: a page for people, the OpenAPI description for machines, and a page for
/// each problem's type (OPS-03).
@Controller
public class ReferencePages {
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    private final WebAddress site;

    ReferencePages(WebAddress site) {
        this.site = site;
    }

    /// @param example a request that can be copied
    public record ReferencePage(String example, List<Problem> problems) {}

    public record ProblemPage(Problem problem) {}

    public record ProblemsPage(List<Problem> problems) {}

    @GetMapping({"/api", "/api/docs"})
    String reference(Model model) {
        model.addAttribute("page", new ReferencePage(example(), List.of(Problem.values())));
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

    private String example() {
        return """
        curl %s \\
          -H 'Authorization: Bearer psk_…' \\
          -H 'Content-Type: application/json' \\
          -H 'Idempotency-Key: 5f0c…' \\
          -d '{"token": "123a4567@1b234c5de6789000"}'
        """
                .formatted(site.of(TokensApi.REDEEM));
    }
}

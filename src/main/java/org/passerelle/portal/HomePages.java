package org.passerelle.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages that say what this is, and the duties of a site.
@Controller
class HomePages {
    @GetMapping("/")
    String home() {
        return "portal/home";
    }

    @GetMapping("/how-it-works")
    String how() {
        return "portal/how-it-works";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "portal/accessibility";
    }

    @GetMapping("/personal-data")
    String personalData() {
        return "portal/personal-data";
    }

    @GetMapping("/display")
    String display() {
        return "portal/display";
    }
}

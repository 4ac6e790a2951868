package org.passerelle.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages that say what this is.
@Controller
class HomePages {
    @GetMapping("/")
    String home() {
        return "portal/home";
    }
}

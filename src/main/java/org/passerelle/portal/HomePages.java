package org.passerelle.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {
    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("name", "Passerelle");
        return "portal/home";
    }
}

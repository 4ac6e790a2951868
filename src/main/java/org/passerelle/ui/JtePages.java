package org.passerelle.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Renders a view name such as `portal/home` with the compiled template of that name.
@Configuration(proxyBeanMethods = false)
class JtePages {

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, null, "org.passerelle.ui.templates");
    }

    @Bean
    ViewResolver jteViews(TemplateEngine engine, Frames frames) {
        return (String name, Locale _) ->
                name.startsWith("redirect:") || name.startsWith("forward:")
                        ? null
                        : new JteView(engine, frames, name + ".jte");
    }

    private record JteView(TemplateEngine engine, Frames frames, String template) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws Exception {
            var page = new Utf8ByteOutput();
            var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
            if (!parameters.containsKey("frame")) {
                parameters.put("frame", frames.of(request));
            }
            engine.render(template, parameters, page);
            response.setContentType(getContentType());
            if (parameters.get("frame") instanceof Frame frame) {
                response.setLocale(Locale.forLanguageTag(frame.lang()));
            }
            response.setContentLength(page.getContentLength());
            try (var body = response.getOutputStream()) {
                page.writeTo(body);
            }
        }
    }
}

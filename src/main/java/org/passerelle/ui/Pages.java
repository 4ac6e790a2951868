package org.passerelle.ui;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.words.Words;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.ui.Model;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.springframework.web.servlet.resource.ContentVersionStrategy;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Joins the pages to Spring MVC: choices, controller parameters, static files.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    private static final String HTMX = "classpath*:META-INF/resources/webjars/htmx.org/*/dist/";

    private final Choices choices;
    private final Frames frames;

    Pages(Choices choices, Frames frames) {
        this.choices = choices;
        this.frames = frames;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(choices).excludePathPatterns("/assets/**", "/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FromFrame(frames));
    }

    /// The address of an asset holds a hash of its content, so a browser may keep it for ever.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/", htmx())
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(
                        new VersionResourceResolver().addVersionStrategy(new ShortHash(), "/**"));
    }

    /// A page names its icons dozens of times: eight digits of the hash tell versions apart as
    /// well.
    private static final class ShortHash extends ContentVersionStrategy {
        @Override
        public String getResourceVersion(Resource resource) {
            return super.getResourceVersion(resource).substring(0, 8);
        }
    }

    private static String htmx() {
        try {
            var found =
                    new PathMatchingResourcePatternResolver().getResources(HTMX + "htmx.min.js");
            var address = found[0].getURL().toString();
            return address.substring(0, address.length() - "htmx.min.js".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A controller may take the [Frame], the [Words], the [Language], the typed [Form], or the
    /// whole [Submission].
    private record FromFrame(Frames frames) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            var type = parameter.getParameterType();
            return type == Frame.class
                    || type == Words.class
                    || type == Language.class && parameter.getParameterAnnotations().length == 0
                    || type == Form.class
                    || type == Submission.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binder) {
            var request = requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            var type = parameter.getParameterType();
            if (type == Form.class) {
                return Form.typed(request);
            }
            var frame = frames.of(request);
            if (type == Submission.class) {
                return submission(request, frame, requireNonNull(container), web);
            }
            return type == Frame.class
                    ? frame
                    : type == Words.class ? frame.words() : frame.language();
        }

        private static Submission submission(
                HttpServletRequest request,
                Frame frame,
                ModelAndViewContainer container,
                NativeWebRequest web) {
            var redirect = new RedirectAttributesModelMap();
            // Spring's own model, which it gives to a controller that asks for a Model
            var model = (Model) container.getModel();
            container.setRedirectModel(redirect);
            var response = requireNonNull(web.getNativeResponse(HttpServletResponse.class));
            return new Submission(Form.typed(request), frame, model, request, response, redirect);
        }
    }
}

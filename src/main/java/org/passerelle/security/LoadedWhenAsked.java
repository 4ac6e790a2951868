package org.passerelle.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/// Reads the person once, and only for a request that asks who it is from: a public picture does
/// not.
final class LoadedWhenAsked implements DeferredSecurityContext {
    private final Supplier<SecurityContext> load;
    private @Nullable SecurityContext loaded;

    LoadedWhenAsked(Supplier<SecurityContext> load) {
        this.load = load;
    }

    @Override
    public SecurityContext get() {
        var context = loaded;
        if (context == null) {
            context = load.get();
            loaded = context;
        }
        return context;
    }

    @Override
    public boolean isGenerated() {
        return get().getAuthentication() == null;
    }
}

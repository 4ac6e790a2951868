package org.passerelle.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where readers of a letter find the product: the setting `passerelle.public-address`.
@Component
public class WebAddress {
    private final String root;

    /// @param root such as `https://passerelle.example`
    public WebAddress(@Value("${passerelle.public-address:http://localhost:8080}") String root) {
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    /// The full address of a path that begins with `/`.
    public String of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with /: " + path);
        }
        return root + path;
    }
}

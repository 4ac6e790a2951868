package org.passerelle.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that looks at the product through a real browser; stands beside
/// [org.passerelle.ProductTest], or beside a context of the test's own with a real port.
///
/// Its methods may ask for a [Browsing]. Where no browser is found they are not run, and one loud
/// line says so; with `CI=true` they fail instead, so that no build is green for want of one.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("browser")
@ExtendWith(BrowserFixture.class)
public @interface BrowserTest {}

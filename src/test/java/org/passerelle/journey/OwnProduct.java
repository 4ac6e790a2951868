package org.passerelle.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.passerelle.ProductTest.OwnDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// A whole product for one journey alone, with a database of its own, so that its clock may be
/// moved by weeks without anybody else's letters and tokens growing old.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"passerelle.demo=false", "spring.application.name=journey"})
@ContextConfiguration(initializers = OwnDatabase.class)
public @interface OwnProduct {}

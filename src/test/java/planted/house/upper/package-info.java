@org.springframework.modulith.ApplicationModule(allowedDependencies = "lower")
package planted.house.upper;

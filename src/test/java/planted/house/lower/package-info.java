@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package planted.house.lower;

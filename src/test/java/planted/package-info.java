/// Offenders, planted to show that the rules of the house bite. Outside the product's packages, so
/// that neither Spring nor the real rules take them for ours.
@org.jspecify.annotations.NullMarked
package planted;

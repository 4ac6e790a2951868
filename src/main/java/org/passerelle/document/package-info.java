/// # document: files that strangers gave
///
/// **Owns** the files, what their bytes say they are, whether a virus scanner passed them. **Asks**
/// `agenda` to scan again what could not be scanned. **Tells** InfectedFound. **Never** knows whose
/// matter a document belongs to or who may see it: the module that holds it asks that.
///
/// A file lies in a folder under a name of our making, is read and written in pieces, and is served
/// only once it may be: with a scanner set, nothing unscanned leaves the house.
@ApplicationModule(allowedDependencies = "agenda")
@NullMarked
package org.passerelle.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

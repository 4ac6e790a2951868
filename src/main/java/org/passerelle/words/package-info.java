/// # words: what the product says, in each language
///
/// **Owns** the words of the interface and of the letters
/// (`messages/<module>_<language>.properties`) and how a language writes dates, amounts and
/// numbers. **Asks** nobody. **Tells** nobody. **Never** holds what an office or a partner says:
/// that is in packs. Every module may use it.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

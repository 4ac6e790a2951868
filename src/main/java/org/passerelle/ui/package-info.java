/// # ui: how pages are made
///
/// **Owns** the layout, form tags, error pages, charts, what a page has around it, and the view
/// that renders JTE. **Asks** words. **Tells** nobody. **Never** knows a module of the business.
@ApplicationModule(allowedDependencies = {"words"})
@NullMarked
package org.passerelle.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Partners' systems and practices' doors: who may come in from outside, to which programmes and areas. Their secrets are derived,
 * never stored (docs/adr/0016): shown to whoever asked for them, and given to the gateway, which checks signatures.
 */
@NullMarked
package org.kith.directory.partners;

import org.jspecify.annotations.NullMarked;

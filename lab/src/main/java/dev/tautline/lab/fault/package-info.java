/// Faults as records: what breaks, in typed units. `lab.inject(fault)` brings one into force and answers an injection
/// whose close heals it.
///
/// ```
/// application ─► published name ─► route (TcpProxy) ─► (pooler) ─► node ─► other nodes
/// client         name              path                pooler      server  cluster
/// ```
///
/// A new fault is one record in its group's package that implements [dev.tautline.lab.fault.Fault], its page, and its
/// line in
/// the catalogue.
@NullMarked
package dev.tautline.lab.fault;

import org.jspecify.annotations.NullMarked;

/// Faults as records: what breaks, in typed units. `lab.inject(fault)` brings one into force and answers an injection
/// whose
/// close heals it.
///
/// ```
/// client ─► published name ─► route (TcpProxy) ─► node
///           HostsFile         OnRoute             NodeStopped, NodeFrozen,
///           PublishedAddressChanged               RoleConnectionLimit
/// ```
///
/// A new fault is one record that implements [dev.tautline.lab.fault.Fault], and its test.
@NullMarked
package dev.tautline.lab.fault;

import org.jspecify.annotations.NullMarked;

package dev.tautline.check;

/// Where a defect of a client does its harm. Elsewhere the same words in a file weigh less: real
/// repositories hold the settings of developers, too.
public enum Reach {
    /// Wherever the client runs.
    ANYWHERE,
    /// On a network: a server on the client's own machine does not vanish behind a silent router.
    NETWORK,
    /// Where customers are served: full weight where a name says production, less where nothing says so.
    PRODUCTION
}

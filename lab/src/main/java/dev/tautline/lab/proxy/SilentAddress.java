package dev.tautline.lab.proxy;

import java.net.InetSocketAddress;

/// An address and port where nothing answers: connecting there times out. Closing it lets the port refuse
/// again.
public final class SilentAddress implements AutoCloseable {
    private final TcpProxy proxy;

    private SilentAddress(TcpProxy proxy) {
        this.proxy = proxy;
    }

    /// Takes an address of this machine, any 127.x.y.z; port 0 takes a free one.
    public static SilentAddress open(InetSocketAddress address) {
        var proxy = TcpProxy.open(address, address);
        try {
            var _ = proxy.inject(new ProxyFault.NoSynAnswer());
            return new SilentAddress(proxy);
        } catch (RuntimeException failure) {
            proxy.close();
            throw failure;
        }
    }

    public InetSocketAddress address() {
        return proxy.address();
    }

    @Override
    public void close() {
        proxy.close();
    }
}

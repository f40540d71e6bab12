package dev.hilo.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * Who a server proves to be.
 *
 * @param chain the server's own certificate first
 */
record Identity(PrivateKey key, X509Certificate[] chain) {}

"""On PYTHONPATH: sends *.freshdesk.com to 127.0.0.1:$TLS_PORT for any Python client (no /etc/hosts, no root)."""
import os
import socket

port = int(os.environ.get("TLS_PORT") or 0)
if port:
    original = socket.getaddrinfo

    def getaddrinfo(host, service, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        if isinstance(name, str) and (name == "freshdesk.com" or name.endswith(".freshdesk.com")):
            return original("127.0.0.1", port, *args, **kwargs)
        return original(host, service, *args, **kwargs)

    socket.getaddrinfo = getaddrinfo

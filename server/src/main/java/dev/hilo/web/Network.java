package dev.hilo.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, written {@code 10.0.0.0/8} or {@code ::1}. */
public record Network(byte[] prefix, int bits) {

    public static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!parts[0].matches("[0-9A-Fa-f.:]+")) throw new IllegalArgumentException(text + " is not an address range");
        try {
            byte[] prefix = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : prefix.length * 8;
            if (bits < 0 || bits > prefix.length * 8)
                throw new IllegalArgumentException(text + " is not an address range");
            return new Network(prefix, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text + " is not an address range", e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != prefix.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((other[bit / 8] & mask) != (prefix[bit / 8] & mask)) return false;
        }
        return true;
    }
}

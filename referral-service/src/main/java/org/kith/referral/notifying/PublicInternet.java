package org.kith.referral.notifying;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses belong to everybody's internet. All that IANA sets aside for something else is not: a private network, this
 * machine, its link, a group, documentation, and what only wraps an address of IPv4.
 */
final class PublicInternet {
    /** First address and length of the prefix. */
    private record Block(byte[] first, int bits) {
        static Block of(String cidr) {
            int slash = cidr.indexOf('/');
            try {
                // never a name, so nothing is resolved
                return new Block(InetAddress.getByName(cidr.substring(0, slash)).getAddress(), Integer.parseInt(cidr.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(cidr, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) return false;
            for (int bit = 0; bit < bits; bit++) if (((address[bit / 8] ^ first[bit / 8]) >> 7 - bit % 8 & 1) != 0) return false;
            return true;
        }
    }

    private static final List<Block> NOT_PUBLIC = blocks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/3",
            // within what is given to everybody: protocols, Teredo, documentation, 6to4
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static final Block GIVEN_IN_IPV6 = Block.of("2000::/3");

    private PublicInternet() {}

    /** @param address one of IPv4 that is written as one of IPv6 is one of IPv4 already */
    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean given = bytes.length == 4 || GIVEN_IN_IPV6.holds(bytes);
        return given && NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... cidrs) {
        return List.of(cidrs).stream().map(Block::of).toList();
    }
}

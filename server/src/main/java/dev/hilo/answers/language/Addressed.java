package dev.hilo.answers.language;

import dev.hilo.answers.language.LanguageModel.Failed;
import dev.hilo.answers.language.LanguageModel.Failure;
import dev.hilo.webhooks.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whether an endpoint may be called: where webhooks may not go inside the network, language models may not either. */
record Addressed(boolean isPrivateAllowed) {

    void check(String address) throws Failed {
        try {
            var all = InetAddress.getAllByName(URI.create(address).getHost());
            if (isPrivateAllowed || Arrays.stream(all).allMatch(PublicAddresses::isPublic)) return;
        } catch (UnknownHostException e) {
            throw new Failed(Failure.UNREACHABLE, "There is no such host");
        }
        throw new Failed(
                Failure.UNREACHABLE,
                "The address is inside the network; HILO_WEBHOOKS_ALLOW_PRIVATE allows such addresses");
    }

    static boolean isAddress(String address) {
        try {
            var uri = new URI(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (Exception e) {
            return false;
        }
    }
}

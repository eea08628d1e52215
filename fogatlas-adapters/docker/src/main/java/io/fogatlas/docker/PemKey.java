package io.fogatlas.docker;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads private keys in PEM: of PKCS #8, as OpenSSL 3 writes them, and RSA keys of PKCS #1, as older ones do. */
final class PemKey {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:RSA )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    /** Version 0, algorithm rsaEncryption without parameters: what stands before an RSA key in PKCS #8. */
    private static final byte[] RSA_HEADER = {
        2, 1, 0, 48, 13, 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 1, 1, 5, 0
    };

    private PemKey() {}

    /**
     * Reads a key.
     *
     * @param pem the text of the file
     * @throws GeneralSecurityException if there is no such key in it; says nothing of what is
     */
    static PrivateKey read(String pem) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeyException("no unencrypted private key in PEM");
        }
        byte[] der = Base64.getMimeDecoder().decode(block.group(2));
        byte[] key = block.group(1).startsWith("RSA") ? wrapped(der) : der;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
            } catch (InvalidKeySpecException other) {
                // Then it is a key of another algorithm.
            }
        }
        throw new InvalidKeyException("neither a key of RSA, nor of EC, nor of EdDSA");
    }

    private static byte[] wrapped(byte[] rsa) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA_HEADER);
        tagged(inner, 4, rsa);
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        tagged(outer, 48, inner.toByteArray());
        return outer.toByteArray();
    }

    private static void tagged(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        int length = content.length;
        if (length < 128) {
            out.write(length);
        } else if (length < 65_536) {
            out.writeBytes(new byte[] {(byte) 130, (byte) (length >> 8), (byte) length});
        } else {
            out.writeBytes(new byte[] {(byte) 131, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        }
        out.writeBytes(content);
    }
}

namespace LrGen;

/// <summary>Damages files as disks, editors, programs and attackers do.</summary>
internal static class Damage
{
    private static readonly byte[][] s_hostile =
    [
        "\"\\ud800\""u8.ToArray(), "1e300"u8.ToArray(), "-1e999"u8.ToArray(), "\x1b[2J"u8.ToArray(), [0xff, 0xfe], [0xc3], [0, 0, 0, 0], "\n"u8.ToArray(), "\r"u8.ToArray(),
        "{"u8.ToArray(), "}"u8.ToArray(), "null"u8.ToArray(), "\"Infinity\""u8.ToArray(), "9223372036854775807"u8.ToArray(), "99999999999999999999"u8.ToArray(),
        "[[[[[[[["u8.ToArray(), "\"\""u8.ToArray(), "-"u8.ToArray(), "1e-400"u8.ToArray(),
    ];

    /// <summary>One to three damages in a copy.</summary>
    public static byte[] Of(byte[] whole, Random random)
    {
        byte[] bytes = [.. whole];
        for (int i = random.Next(1, 4); i > 0 && bytes.Length > 0; i--)
            bytes = One(bytes, random);
        return bytes;
    }

    private static byte[] One(byte[] bytes, Random random)
    {
        int start = random.Next(bytes.Length), length = random.Next(1, Math.Min(bytes.Length - start, 200) + 1), to = random.Next(bytes.Length);
        var block = bytes.AsSpan(start, length).ToArray();
        switch (random.Next(9))
        {
            case 0:
                bytes[start] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[start] = (byte)random.Next(256);
                return bytes;
            case 2:
                return bytes[..start];
            case 3:
                return [.. bytes[..start], .. bytes[(start + length)..]];
            case 4:
                return [.. bytes[..to], .. block, .. bytes[to..]];
            case 5:
                Array.Clear(bytes, start, length);
                return bytes;
            case 6:
                return [.. bytes[..to], .. s_hostile[random.Next(s_hostile.Length)], .. bytes[to..]];
            case 7:
                var hostile = s_hostile[random.Next(s_hostile.Length)];
                return [.. bytes[..to], .. hostile, .. bytes[Math.Min(to + hostile.Length, bytes.Length)..]];
            default:
                return [.. bytes[start..], .. bytes[..start]];
        }
    }
}

using System.Globalization;

namespace LrGen.SearchTests;

/// <summary>The numbers themselves: the same for ever, of the published sequence, without allocation.</summary>
public sealed class PointTests
{
    /// <summary>The list new-joe-kuo-6.21201 as it is published: d, s, a, m_1 … m_s.</summary>
    private const string JoeKuo = """
        2 1 0 1
        3 2 1 1 3
        4 3 1 1 3 1
        5 3 2 1 1 1
        6 4 1 1 1 3 3
        7 4 4 1 3 5 13
        8 5 2 1 1 5 5 17
        9 5 4 1 1 5 5 5
        10 5 7 1 1 7 11 19
        11 5 11 1 1 5 1 1
        12 5 13 1 1 1 3 11
        13 5 14 1 3 5 5 31
        14 6 1 1 3 3 9 7 49
        15 6 13 1 1 1 15 21 21
        16 6 16 1 3 1 13 27 49
        """;

    [Fact]
    public void Two_points_part_at_the_bit_at_which_those_of_the_published_sequence_do()
    {
        // Owen's scrambling keeps exactly this: how many leading bits two points have in common in a dimension.
        for (int d = 0; d < 16; d++)
        {
            uint[] published = [.. Enumerable.Range(0, 300).Select(i => Published((uint)i, d))];
            ulong[] scrambled = [.. Enumerable.Range(0, 300).Select(i => (ulong)(Sixteen.QuasiRandom(42, i).ToArray()[d] * (1UL << 53)) << 11)];
            for (int i = 0; i < published.Length; i++)
            {
                for (int j = 0; j < i; j++)
                    Assert.Equal(int.LeadingZeroCount((int)(published[i] ^ published[j])), (int)ulong.LeadingZeroCount(scrambled[i] ^ scrambled[j]));
            }
        }
    }

    [Fact]
    public void Values_are_the_recorded_ones()
    {
        // Recorded once; a change makes every journal one of another search, so it would need another name for the kind.
        Assert.Equal("0.0024569666893772477/32 0.0002180801670914516/32 0.0004911953116214426/128 1.2153171538321923E-05/64", string.Join(' ', Enumerable.Range(0, 4).Select(i => Text(Trial.Random(1, i)))));
        Assert.Equal("0.0008197479718909412/128 0.0037528186845989923/64 3.573480411784736E-05/32 0.040594723444173315/128", string.Join(' ', Enumerable.Range(0, 4).Select(i => Text(Trial.QuasiRandom(1, i)))));
        Assert.Equal("0.00017167773902784715/64 0.05757594925635292/64", Text(Trial.Random(ulong.MaxValue, long.MaxValue)) + " " + Text(Trial.QuasiRandom(ulong.MaxValue, uint.MaxValue)));
    }

    [Fact]
    public void Log_uniform_values_are_exact_to_a_part_in_10_to_the_14()
    {
        for (int i = 0; i < 20_000; i++)
        {
            double u = Sixteen.Random(9, i).A;
            double expected = 1e-5 * Math.Pow(1e4, u), actual = FirstOf(i);
            Assert.InRange(Math.Abs(actual - expected) / expected, 0, 1e-14);
        }

        // The first dimension of every space has the same fraction.
        static double FirstOf(int i) => Trial.Random(9, i).Rate;
    }

    [Fact]
    public void A_trial_is_the_same_in_whatever_order_and_on_whatever_thread()
    {
        var expected = Enumerable.Range(0, 2_000).Select(i => Everything.QuasiRandom(3, i)).ToList();
        var actual = new Everything[expected.Count];
        Parallel.For(0, actual.Length, i => actual[actual.Length - 1 - i] = Everything.QuasiRandom(3, actual.Length - 1 - i));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Assert.Equal(0, Allocated(i => Everything.Grid(i).Factor));
        Assert.Equal(0, Allocated(i => Everything.Random(1, i).Factor));
        Assert.Equal(0, Allocated(i => Everything.QuasiRandom(1, i).Factor));
        Assert.Equal(0, Allocated(i => Conditional.QuasiRandom(1, i).Rate + Conditional.Grid(i % 93).Rate));

        static long Allocated(Func<long, double> draw)
        {
            double sum = 0;
            long least = long.MaxValue;
            for (int attempt = 0; attempt < 5; attempt++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (long i = 0; i < 500; i++)
                    sum += draw(i);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.True(sum > 0);
            return least;
        }
    }

    private static string Text(Trial trial) => trial.Rate.ToString("R", CultureInfo.InvariantCulture) + "/" + trial.Batch;

    /// <summary>Joe and Kuo's recurrence in the m_k of their notes: m_k = 2 a_1 m_(k-1) ⊕ … ⊕ 2^s m_(k-s) ⊕ m_(k-s).</summary>
    private static uint Published(uint index, int dimension)
    {
        ulong[] m = new ulong[33];
        if (dimension == 0)
        {
            Array.Fill(m, 1UL);
        }
        else
        {
            int[] row = [.. JoeKuo.Split('\n')[dimension - 1].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
            int s = row[1], a = row[2];
            for (int k = 1; k <= 32; k++)
            {
                if (k <= s)
                {
                    m[k] = (ulong)row[2 + k];
                    continue;
                }

                m[k] = (m[k - s] << s) ^ m[k - s];
                for (int i = 1; i < s; i++)
                    m[k] ^= (ulong)((a >> (s - 1 - i)) & 1) * (m[k - i] << i);
            }
        }

        uint x = 0;
        for (int k = 1; k <= 32; k++)
        {
            if (((index >> (k - 1)) & 1) != 0)
                x ^= (uint)(m[k] << (32 - k));
        }

        return x;
    }
}

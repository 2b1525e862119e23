using System.Numerics;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves;

/// <summary>Tops at equal distances, which with fractional lengths lie between whole steps, each a little elsewhere.</summary>
internal static class EqualTops
{
    /// <summary>The step that is nearest before a top, and the one that is nearest after one, of all tops.</summary>
    /// <param name="first">The time of the first top.</param>
    /// <param name="distance">The time from one top to the next.</param>
    public static (BigInteger Before, BigInteger After) NearestSteps(Rational first, Rational distance)
    {
        // Tops are (a + i · b) ÷ d. The remainders of a + i · b by d are those that differ from a by multiples of the common divisor of b and d.
        var d = first.Denominator * distance.Denominator;
        BigInteger a = first.Numerator * distance.Denominator, b = distance.Numerator * first.Denominator;
        var common = BigInteger.GreatestCommonDivisor(b, d);
        return (Top(Modulo(a, common)).Floor(), Top(d - Modulo(-a, common)).Ceiling());

        Rational Top(BigInteger remainder)
        {
            var i = Modulo((remainder - a) / common * Inverse(b / common, d / common), d / common);
            return new Rational(a + i * b, d);
        }
    }

    private static BigInteger Modulo(BigInteger value, BigInteger divisor)
    {
        var rest = BigInteger.Remainder(value, divisor);
        return rest.Sign < 0 ? rest + divisor : rest;
    }

    /// <summary>The inverse of a number for a modulus that it has no divisor in common with (Euclid).</summary>
    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        BigInteger old = Modulo(value, modulus), rest = modulus, x = 1, next = 0;
        while (!rest.IsZero)
        {
            var quotient = old / rest;
            (old, rest) = (rest, old - quotient * rest);
            (x, next) = (next, x - quotient * next);
        }

        return Modulo(x, modulus);
    }
}

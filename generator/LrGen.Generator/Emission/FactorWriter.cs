using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>Writes what a rate is multiplied by at run time: the multiplier of a group or layer, noise, and what metrics drive.</summary>
internal sealed class FactorWriter(SourceWriter writer, TargetFramework framework)
{
    /// <summary>The increment of SplitMix64 (Steele, Lea and Flood, 2014): 2^64 divided by the golden ratio.</summary>
    private const ulong Increment = 0x9E3779B97F4A7C15;

    private const ulong FirstMultiplier = 0xBF58476D1CE4E5B9;

    private const ulong SecondMultiplier = 0x94D049BB133111EB;

    private readonly ScalarPrinter _printer = new(framework);

    /// <summary>Writes the local variables, and returns the factors as the rest of a product: <c> * scale * noise</c>.</summary>
    public string Write(Curve curve, string step, bool isSigned, NameScope names)
    {
        string product = string.Empty;
        foreach (var gain in curve.Gains)
            product += " * " + WriteGain(gain, names);
        if (curve.Noise is { } noise)
            product += " * " + WriteNoise(noise, step, isSigned, names);
        return product + Multiplier(curve);
    }

    /// <summary>The same without noise.</summary>
    public string WriteGains(Curve curve, NameScope names) =>
        string.Concat(curve.Gains.Select(g => " * " + WriteGain(g, names))) + Multiplier(curve);

    private static string Multiplier(Curve curve) => curve.Multiplier is { } member ? " * " + member : string.Empty;

    private string WriteGain(GainRule gain, NameScope names)
    {
        string index = DeclarationParser.Escape(gain.Index.Name), scale = names.Unique("scale");
        writer.Line("double " + scale + " = " + index + " switch");
        writer.Line("{");
        using (writer.Indented())
        {
            for (int i = 0; i < gain.Values.Count; i++)
                writer.Line(NumberText.Integer(i) + " => " + NumberText.Literal(gain.Values[i].ToDouble()) + ",");
            writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(" + GeneratedCode.NameOf(index) + ", " + index + ", \"[" + gain.Attribute + "] '"
                + gain.Argument + "' has to be from 0 to " + NumberText.Integer(gain.Values.Count - 1) + ".\"),");
        }

        writer.Line("};");
        return scale;
    }

    private string WriteNoise(NoiseRule rule, string step, bool isSigned, NameScope names)
    {
        string noise = names.Unique("noise"), bits = names.Unique("bits");
        writer.Line("// A hash of seed and step (SplitMix64): the same draw for a step on every machine.");
        writer.Line("ulong " + bits + " = unchecked((ulong)" + (isSigned ? "(" + step + " < 0 ? 0 : (long)" + step + ")" : step) + " * " + Hex(Increment) + " + " + Hex(Mix((ulong)rule.Seed)) + ");");
        WriteMix(bits);
        string draw;
        if (rule.IsNormal)
        {
            string rest = names.Unique("rest"), ones = names.Unique("ones");
            writer.Line("ulong " + rest + " = unchecked(" + bits + " + " + Hex(Increment) + ");");
            WriteMix(rest);
            writer.Line("// The number of ones among 64 fair bits, and a uniform rest, are almost the bell curve.");
            writer.Line("ulong " + ones + " = " + bits + " - ((" + bits + " >> 1) & 0x5555555555555555UL);");
            writer.Line(ones + " = (" + ones + " & 0x3333333333333333UL) + ((" + ones + " >> 2) & 0x3333333333333333UL);");
            writer.Line(ones + " = unchecked(((" + ones + " + (" + ones + " >> 4)) & 0x0F0F0F0F0F0F0F0FUL) * 0x0101010101010101UL) >> 56;");
            // The variance of the ones is 16, that of the rest 1/12.
            double perDeviation = (Rational.One / Real.Sqrt(new Rational(193, 12), Real.Precise)).ToDouble();
            draw = "global::System.Math.Max(-4.0, global::System.Math.Min(4.0, ((long)" + ones + " - 32.5 + (long)(" + rest + " >> 11) * "
                + NumberText.Literal(Rational.PowerOfTwo(-53).ToDouble()) + ") * " + NumberText.Literal(perDeviation) + "))";
        }
        else
        {
            draw = "((long)(" + bits + " >> 11) * " + NumberText.Literal(Rational.PowerOfTwo(-52).ToDouble()) + " - 1.0)";
        }

        string value = "1.0 + " + NumberText.Literal(rule.Amount) + " * " + draw;
        var conditions = new List<string>();
        if (!rule.Begin.IsZero)
            conditions.Add(step + " >= " + Step(rule.Begin, names));
        if (rule.End is { } end)
            conditions.Add(step + " < " + Step(end, names));
        writer.Line("double " + noise + " = " + (conditions.Count == 0 ? value : string.Join(" && ", conditions) + " ? " + value + " : 1.0") + ";");
        return noise;
    }

    private void WriteMix(string bits)
    {
        writer.Line(bits + " = unchecked((" + bits + " ^ (" + bits + " >> 30)) * " + Hex(FirstMultiplier) + ");");
        writer.Line(bits + " = unchecked((" + bits + " ^ (" + bits + " >> 27)) * " + Hex(SecondMultiplier) + ");");
        writer.Line(bits + " ^= " + bits + " >> 31;");
    }

    private static ulong Mix(ulong seed)
    {
        ulong z = unchecked(seed + Increment);
        z = unchecked((z ^ (z >> 30)) * FirstMultiplier);
        z = unchecked((z ^ (z >> 27)) * SecondMultiplier);
        return z ^ (z >> 31);
    }

    private static string Hex(ulong value) => "0x" + value.ToString("X16", System.Globalization.CultureInfo.InvariantCulture) + "UL";

    /// <summary>A bound of the steps; known ones are whole numbers.</summary>
    private string Step(Scalar scalar, NameScope names) => scalar.Constant?.Ceiling() is { } whole && whole <= int.MaxValue
        ? NumberText.Integer(whole)
        : Code(scalar, names);

    private string Code(Scalar scalar, NameScope names) => _printer.Print(new FormulaBuilder(names).Scalar(scalar));
}

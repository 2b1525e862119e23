using System.Globalization;
using CsCheck;

namespace LrGen.Analyzers.Tests.Conversions;

/// <summary>Methods as people write them, with random numbers: right ones, and ones that differ from those in a detail.</summary>
internal static class HandWrittenMethods
{
    private static readonly Gen<string> s_rate = OneOf("0.1", "0.01", "3e-4", "1e-3", "0.05", "2.5e-4", "1.0 / 64");
    private static readonly Gen<string> s_floor = OneOf("0", "1e-5", "1e-4", "2e-5");
    private static readonly Gen<string> s_factor = OneOf("0.5", "0.1", "0.9", "0.95", "0.97", "0.25");
    private static readonly Gen<int> s_every = Gen.Int[1, 40];
    private static readonly Gen<int> s_length = Gen.Int[2, 200];
    private static readonly Gen<int> s_detail = Gen.Int[0, 2];

    /// <summary>The bodies of methods with the parameter <c>int epoch</c>.</summary>
    public static Gen<string> Bodies { get; } = Gen.OneOf(Stairs, Smooth, Inverse, Line, Power, Cosine, Warmup, Levels, Switch, Products);

    private static Gen<string> Stairs => Gen.Select(s_rate, s_factor, s_every, s_detail, s_floor, (rate, factor, every, detail, floor) => detail switch
    {
        0 => $"return {rate} * Math.Pow({factor}, epoch / {every});",
        1 => $"return Math.Max({floor}, {rate} * Math.Pow({factor}, Math.Floor(epoch / {every}.0)));",
        _ => $"return {rate} * Math.Pow({factor}, (epoch + 1) / {every});",
    });

    private static Gen<string> Smooth => Gen.Select(s_rate, s_factor, s_every, s_detail, (rate, factor, every, detail) => detail switch
    {
        0 => $"return {rate} * Math.Pow({factor}, epoch / {every}.0);",
        1 => $"return {rate} * Math.Exp(-{factor} * epoch / {every});",
        _ => $"return {rate} * Math.Exp(-{factor} * (epoch / {every}));",
    });

    private static Gen<string> Inverse => Gen.Select(s_rate, s_factor, s_every, s_detail, (rate, factor, every, detail) => detail switch
    {
        0 => $"return {rate} / (1 + {factor} * epoch);",
        1 => $"return {rate} * Math.Sqrt({every}.0 / Math.Max({every}, epoch));",
        _ => $"return {rate} / Math.Sqrt(1 + epoch / {every}.0);",
    });

    private static Gen<string> Line => Gen.Select(s_rate, s_length, s_floor, s_detail, (rate, length, floor, detail) => detail switch
    {
        0 => $"return {rate} + ({floor} - {rate}) * Math.Min(epoch, {length}) / {length};",
        1 => $"if (epoch > {length}) return {floor}; return {rate} - ({rate} - {floor}) * epoch / {length}.0;",
        _ => $"if (epoch >= {length}) return {floor}; return {rate} - ({rate} - {floor}) * (epoch + 1) / {length}.0;",
    });

    private static Gen<string> Power => Gen.Select(s_rate, s_length, s_floor, s_detail, OneOf("2", "0.9", "3", "1"), (rate, length, floor, detail, power) => detail switch
    {
        0 => $"return {floor} + ({rate} - {floor}) * Math.Pow(1 - Math.Min(epoch, {length}) / {length}.0, {power});",
        1 => $"return epoch < {length} ? {floor} + ({rate} - {floor}) * Math.Pow(({length} - epoch) / (double){length}, {power}) : {floor};",
        _ => $"return epoch < {length - 1} ? {rate} * Math.Pow(1 - epoch / {length}.0, {power}) : 0;",
    });

    private static Gen<string> Cosine => Gen.Select(s_rate, s_length, s_floor, s_detail, (rate, length, floor, detail) => detail switch
    {
        0 => $"double x = Math.Min(1.0, epoch / {length}.0); return {floor} + 0.5 * ({rate} - {floor}) * (1 + Math.Cos(Math.PI * x));",
        1 => $"return epoch <= {length} ? {floor} + ({rate} - {floor}) * (1 + Math.Cos(epoch * Math.PI / {length})) / 2 : {floor};",
        _ => $"return {floor} + 0.5 * ({rate} - {floor}) * (1 + Math.Cos(Math.PI * epoch / {length}));",
    });

    private static Gen<string> Warmup => Gen.Select(s_rate, Gen.Int[2, 30], s_length, s_detail, s_detail, (rate, warm, length, detail, start) =>
    {
        string ramp = start switch { 0 => $"{rate} * epoch / {warm}", 1 => $"{rate} * (epoch + 1) / {warm}", _ => $"{rate} * (epoch + 1) / {warm + 1}" };
        string after = detail switch
        {
            0 => $"{rate}",
            1 => $"{rate} * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(epoch - {warm}, {length}) / {length}))",
            _ => $"{rate} * Math.Pow(0.9, (epoch - {warm}) / 5)",
        };
        return $"if (epoch < {warm}) return {ramp}; return {after};";
    });

    private static Gen<string> Levels => Gen.Select(s_rate, s_factor, s_length, s_every, s_detail, (rate, factor, first, more, detail) => detail switch
    {
        0 => $"if (epoch < {first}) return {rate}; if (epoch < {first + more}) return {rate} * {factor}; return {rate} * {factor} * {factor};",
        1 => $"return epoch > {first} ? {rate} / 7 : {rate};",
        _ => $"return !(epoch >= {first} && epoch < {first + more}) ? {rate} : {rate} * {factor};",
    });

    private static Gen<string> Switch => Gen.Select(s_rate, s_every, s_detail, (rate, every, detail) => detail switch
    {
        0 => $"return (epoch / {every}) switch {{ 0 => {rate}, 1 or 2 => {rate} / 2, _ => {rate} / 8 }};",
        1 => $"switch (epoch) {{ case <= {every}: return {rate}; case > {every} and < 90: return {rate} / 4; default: return {rate} / 32; }}",
        _ => $"switch (epoch / {every}.0) {{ case < 1: return {rate}; case < 2.5: return {rate} / 4; default: return {rate} / 32; }}",
    });

    private static Gen<string> Products => Gen.Select(s_rate, s_factor, s_length, s_every, (rate, factor, first, more) => string.Create(
        CultureInfo.InvariantCulture, $"var lr = {rate}; if (epoch >= {first}) lr *= {factor}; if (epoch >= {first + more}) {{ lr = lr * {factor}; }} return lr;"));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
